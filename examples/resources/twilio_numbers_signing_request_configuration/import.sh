# The id is country/product.
terraform import twilio_numbers_signing_request_configuration.us_porting US/Porting
