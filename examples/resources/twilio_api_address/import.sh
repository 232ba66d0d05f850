# The id is sid.
terraform import twilio_api_address.head_office AD0123456789abcdef0123456789abcdef
