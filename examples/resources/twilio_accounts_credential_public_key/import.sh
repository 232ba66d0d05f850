# The id is sid.
terraform import twilio_accounts_credential_public_key.recordings CR0123456789abcdef0123456789abcdef
