# The id is service_sid/country.
terraform import twilio_verify_messaging_configuration.brazil VA0123456789abcdef0123456789abcdef/BR
