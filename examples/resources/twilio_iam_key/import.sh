# The id is sid.
terraform import twilio_iam_key.sends_messages SK0123456789abcdef0123456789abcdef
