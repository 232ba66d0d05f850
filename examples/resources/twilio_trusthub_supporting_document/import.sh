# The id is sid.
terraform import twilio_trusthub_supporting_document.head_office RD0123456789abcdef0123456789abcdef
