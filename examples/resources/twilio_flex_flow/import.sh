# The id is sid.
terraform import twilio_flex_flow.web FO0123456789abcdef0123456789abcdef
