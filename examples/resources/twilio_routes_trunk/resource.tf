resource "twilio_trunking_trunk" "europe" {
  friendly_name = "Europe"
  domain_name   = "acme-europe.pstn.twilio.com"
}

# Calls over this trunk are processed in Ireland.
resource "twilio_routes_trunk" "europe" {
  sip_trunk_domain = twilio_trunking_trunk.europe.domain_name
  voice_region     = "ie1"
  friendly_name    = "Europe"
}
