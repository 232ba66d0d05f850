# The id is sid.
terraform import twilio_intelligence_custom_operator.promises LY0123456789abcdef0123456789abcdef
