# The id is sid.
terraform import twilio_notify_service.news IS0123456789abcdef0123456789abcdef
