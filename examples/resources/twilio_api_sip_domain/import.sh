# The id is sid.
terraform import twilio_api_sip_domain.acme SD0123456789abcdef0123456789abcdef
