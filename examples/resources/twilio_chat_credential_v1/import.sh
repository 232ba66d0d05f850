# The id is sid.
terraform import twilio_chat_credential_v1.android CR0123456789abcdef0123456789abcdef
