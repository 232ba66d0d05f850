# The id is the SID of the account.
terraform import twilio_video_recording_settings.account AC0123456789abcdef0123456789abcdef
