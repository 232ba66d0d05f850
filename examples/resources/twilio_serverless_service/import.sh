# The id is sid.
terraform import twilio_serverless_service.hello ZS0123456789abcdef0123456789abcdef
