# The id is sid.
terraform import twilio_api_account.acme AC0123456789abcdef0123456789abcdef
