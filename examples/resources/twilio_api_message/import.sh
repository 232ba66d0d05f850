# The id is sid.
terraform import twilio_api_message.deployed MM0123456789abcdef0123456789abcdef
