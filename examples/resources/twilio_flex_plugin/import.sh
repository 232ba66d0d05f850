# The id is sid.
terraform import twilio_flex_plugin.crm FP0123456789abcdef0123456789abcdef
