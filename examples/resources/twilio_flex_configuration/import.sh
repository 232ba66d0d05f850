# The id is the account's SID.
terraform import twilio_flex_configuration.contact_center AC0123456789abcdef0123456789abcdef
