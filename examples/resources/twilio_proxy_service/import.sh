# The id is sid.
terraform import twilio_proxy_service.rides KS0123456789abcdef0123456789abcdef
