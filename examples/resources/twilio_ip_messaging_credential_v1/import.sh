# The id is sid.
terraform import twilio_ip_messaging_credential_v1.android CR0123456789abcdef0123456789abcdef
