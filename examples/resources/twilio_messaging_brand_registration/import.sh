# The id is sid.
terraform import twilio_messaging_brand_registration.acme BN0123456789abcdef0123456789abcdef
