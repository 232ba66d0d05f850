# The id is sid.
terraform import twilio_api_signing_key.access_tokens SK0123456789abcdef0123456789abcdef
