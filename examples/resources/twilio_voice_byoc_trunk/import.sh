# The id is sid.
terraform import twilio_voice_byoc_trunk.carrier BY0123456789abcdef0123456789abcdef
