# The id is sip_trunk_domain.
terraform import twilio_routes_trunk.europe acme-europe.pstn.twilio.com
