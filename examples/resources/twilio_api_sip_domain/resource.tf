# Phones and PBXs send their calls to acme.sip.twilio.com; the name is unique among all of Twilio's customers.
resource "twilio_api_sip_domain" "acme" {
  domain_name               = "acme.sip.twilio.com"
  friendly_name             = "Acme"
  voice_url                 = "https://pbx.example.com/voice"
  voice_method              = "POST"
  voice_status_callback_url = "https://pbx.example.com/voice/status"
  sip_registration          = true
  secure                    = true
}
