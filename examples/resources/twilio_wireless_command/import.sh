# The id is sid.
terraform import twilio_wireless_command.locate DC0123456789abcdef0123456789abcdef
