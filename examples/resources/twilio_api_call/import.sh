# The id is sid.
terraform import twilio_api_call.smoke_test CA0123456789abcdef0123456789abcdef
