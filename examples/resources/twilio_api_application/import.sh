# The id is sid.
terraform import twilio_api_application.hotline AP0123456789abcdef0123456789abcdef
