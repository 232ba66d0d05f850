# The id is sid.
terraform import twilio_messaging_tollfree_verification.alerts HH0123456789abcdef0123456789abcdef
