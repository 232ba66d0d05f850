# The id is trunk_sid.
terraform import twilio_trunking_recording.pbx TK0123456789abcdef0123456789abcdef
