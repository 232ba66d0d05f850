# The id is sid.
terraform import twilio_intelligence_service.calls GA0123456789abcdef0123456789abcdef
