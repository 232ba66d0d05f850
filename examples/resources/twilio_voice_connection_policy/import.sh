# The id is sid.
terraform import twilio_voice_connection_policy.carrier NY0123456789abcdef0123456789abcdef
