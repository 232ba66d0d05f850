# The id is sid.
terraform import twilio_accounts_credential_aws.recordings CR0123456789abcdef0123456789abcdef
