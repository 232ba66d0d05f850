# The id is the SID of the account.
terraform import twilio_insights_voice_settings.account AC0123456789abcdef0123456789abcdef
