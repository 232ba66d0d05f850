resource "twilio_trunking_trunk" "pbx" {
  friendly_name = "PBX"
}

# Calls go to the first PBX; the second takes over when it does not answer.
resource "twilio_trunking_origination_url" "first" {
  trunk_sid     = twilio_trunking_trunk.pbx.sid
  friendly_name = "First PBX"
  sip_url       = "sip:pbx1.example.com"
  priority      = 10
  weight        = 10
  enabled       = true
}

resource "twilio_trunking_origination_url" "second" {
  trunk_sid     = twilio_trunking_trunk.pbx.sid
  friendly_name = "Second PBX"
  sip_url       = "sip:pbx2.example.com"
  priority      = 20
  weight        = 10
  enabled       = true
}
