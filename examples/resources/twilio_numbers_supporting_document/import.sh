# The id is sid.
terraform import twilio_numbers_supporting_document.registration RD0123456789abcdef0123456789abcdef
