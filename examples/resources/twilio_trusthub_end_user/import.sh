# The id is sid.
terraform import twilio_trusthub_end_user.acme IT0123456789abcdef0123456789abcdef
