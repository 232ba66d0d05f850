# The id is the SID of the account.
terraform import twilio_conversations_configuration_webhook.account AC0123456789abcdef0123456789abcdef
