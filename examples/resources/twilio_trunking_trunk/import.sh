# The id is sid.
terraform import twilio_trunking_trunk.pbx TK0123456789abcdef0123456789abcdef
