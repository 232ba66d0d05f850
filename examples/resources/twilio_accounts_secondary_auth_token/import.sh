# The id is the SID of the account.
terraform import twilio_accounts_secondary_auth_token.rotation AC0123456789abcdef0123456789abcdef
