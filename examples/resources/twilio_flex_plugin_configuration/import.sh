# The id is sid.
terraform import twilio_flex_plugin_configuration.march FJ0123456789abcdef0123456789abcdef
