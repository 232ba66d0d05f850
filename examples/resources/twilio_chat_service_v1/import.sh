# The id is sid.
terraform import twilio_chat_service_v1.app IS0123456789abcdef0123456789abcdef
