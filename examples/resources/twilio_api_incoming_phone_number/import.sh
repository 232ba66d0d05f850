# The id is sid.
terraform import twilio_api_incoming_phone_number.hotline PN0123456789abcdef0123456789abcdef
