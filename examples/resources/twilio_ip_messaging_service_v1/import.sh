# The id is sid.
terraform import twilio_ip_messaging_service_v1.app IS0123456789abcdef0123456789abcdef
