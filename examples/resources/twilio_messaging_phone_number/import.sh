# The id is service_sid/sid.
terraform import 'twilio_messaging_phone_number.alerts[0]' MG0123456789abcdef0123456789abcdef/PN0123456789abcdef0123456789abcdef
