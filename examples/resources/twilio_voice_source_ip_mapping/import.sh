# The id is sid.
terraform import twilio_voice_source_ip_mapping.carrier IB0123456789abcdef0123456789abcdef
