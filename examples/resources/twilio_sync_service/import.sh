# The id is sid.
terraform import twilio_sync_service.game IS0123456789abcdef0123456789abcdef
