resource "twilio_voice_connection_policy" "carrier" {
  friendly_name = "Carrier"
}

resource "twilio_voice_connection_policy_target" "carrier" {
  connection_policy_sid = twilio_voice_connection_policy.carrier.sid
  target                = "sip:sbc.carrier.example.com"
}

# Calls of your own carrier, handled by Twilio.
resource "twilio_voice_byoc_trunk" "carrier" {
  friendly_name         = "Carrier"
  connection_policy_sid = twilio_voice_connection_policy.carrier.sid
  voice_url             = "https://pbx.example.com/voice"
  voice_fallback_url    = "https://fallback.example.com/voice"
  status_callback_url   = "https://pbx.example.com/voice/status"
  cnam_lookup_enabled   = true
}
