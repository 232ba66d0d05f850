# The id is sid.
terraform import twilio_voice_ip_record.carrier IL0123456789abcdef0123456789abcdef
