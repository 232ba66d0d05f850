resource "twilio_trunking_trunk" "pbx" {
  friendly_name            = "PBX"
  domain_name              = "acme-pbx.pstn.twilio.com"
  disaster_recovery_url    = "https://fallback.example.com/voice"
  disaster_recovery_method = "POST"
  transfer_mode            = "enable-all"
  secure                   = true
  cnam_lookup_enabled      = true
}
