# The id is sid.
terraform import twilio_api_message.deployed SM0123456789abcdef0123456789abcdef
