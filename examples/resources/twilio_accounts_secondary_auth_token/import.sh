# The id is the account's SID.
terraform import twilio_accounts_secondary_auth_token.rotation AC0123456789abcdef0123456789abcdef
