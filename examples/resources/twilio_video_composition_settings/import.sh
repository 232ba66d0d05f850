# The id is the account's SID.
terraform import twilio_video_composition_settings.account AC0123456789abcdef0123456789abcdef
