# The id is sid.
terraform import twilio_ip_messaging_service.app IS0123456789abcdef0123456789abcdef
