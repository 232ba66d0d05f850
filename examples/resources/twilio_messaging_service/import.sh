# The id is sid.
terraform import twilio_messaging_service.alerts MG0123456789abcdef0123456789abcdef
