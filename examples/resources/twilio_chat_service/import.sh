# The id is sid.
terraform import twilio_chat_service.app IS0123456789abcdef0123456789abcdef
