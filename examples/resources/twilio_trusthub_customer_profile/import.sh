# The id is sid.
terraform import twilio_trusthub_customer_profile.acme BU0123456789abcdef0123456789abcdef
