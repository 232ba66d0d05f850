# The id is sid.
terraform import twilio_messaging_sender.whatsapp XE0123456789abcdef0123456789abcdef
