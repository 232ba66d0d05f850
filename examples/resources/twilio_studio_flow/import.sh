# The id is sid.
terraform import twilio_studio_flow.welcome FW0123456789abcdef0123456789abcdef
