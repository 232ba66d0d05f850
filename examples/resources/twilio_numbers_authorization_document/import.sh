# The id is sid.
terraform import twilio_numbers_authorization_document.front_desk PX0123456789abcdef0123456789abcdef
