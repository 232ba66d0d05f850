# The id is sid.
terraform import twilio_numbers_bundle.germany BU0123456789abcdef0123456789abcdef
