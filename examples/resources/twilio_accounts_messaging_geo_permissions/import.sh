# The id is the account's SID.
terraform import twilio_accounts_messaging_geo_permissions.north_america AC0123456789abcdef0123456789abcdef
