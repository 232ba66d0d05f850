# The id is sid.
terraform import twilio_flex_web_channel.visitor CH0123456789abcdef0123456789abcdef
