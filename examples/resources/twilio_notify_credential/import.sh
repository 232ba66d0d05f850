# The id is sid.
terraform import twilio_notify_credential.android CR0123456789abcdef0123456789abcdef
