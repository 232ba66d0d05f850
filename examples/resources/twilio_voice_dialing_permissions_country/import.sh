# The id is iso_code.
terraform import twilio_voice_dialing_permissions_country.germany DE
