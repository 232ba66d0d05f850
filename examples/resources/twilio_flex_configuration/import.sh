# The id is the SID of the account.
terraform import twilio_flex_configuration.contact_center AC0123456789abcdef0123456789abcdef
