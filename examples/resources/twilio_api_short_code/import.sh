# The id is sid.
terraform import twilio_api_short_code.alerts SC0123456789abcdef0123456789abcdef
