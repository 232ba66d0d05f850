# The id is sid.
terraform import twilio_verify_service.app VA0123456789abcdef0123456789abcdef
