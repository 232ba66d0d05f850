# The id is country/product; the account's SID where it has only one configuration.
terraform import twilio_numbers_signing_request_configuration.us_porting US/Porting
