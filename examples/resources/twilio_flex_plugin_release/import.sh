# The id is sid.
terraform import twilio_flex_plugin_release.current FK0123456789abcdef0123456789abcdef
