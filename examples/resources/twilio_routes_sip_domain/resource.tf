resource "twilio_api_sip_domain" "europe" {
  domain_name = "acme-europe.sip.twilio.com"
}

# Calls to this domain are processed in Ireland.
resource "twilio_routes_sip_domain" "europe" {
  sip_domain    = twilio_api_sip_domain.europe.domain_name
  voice_region  = "ie1"
  friendly_name = "Europe"
}
