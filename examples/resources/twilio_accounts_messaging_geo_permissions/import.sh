# The id is the SID of the account.
terraform import twilio_accounts_messaging_geo_permissions.north_america AC0123456789abcdef0123456789abcdef
