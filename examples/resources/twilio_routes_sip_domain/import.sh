# The id is sip_domain.
terraform import twilio_routes_sip_domain.europe acme-europe.sip.twilio.com
