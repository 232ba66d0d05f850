# The id is the account's SID.
terraform import twilio_conversations_configuration.account AC0123456789abcdef0123456789abcdef
