# The id is sid.
terraform import twilio_api_key.backend SK0123456789abcdef0123456789abcdef
