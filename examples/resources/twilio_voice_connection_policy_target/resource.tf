resource "twilio_voice_connection_policy" "carrier" {
  friendly_name = "Carrier"
}

# Calls go to the first; the second takes over when it does not answer.
resource "twilio_voice_connection_policy_target" "first" {
  connection_policy_sid = twilio_voice_connection_policy.carrier.sid
  friendly_name         = "First"
  target                = "sip:sbc1.carrier.example.com"
  priority              = 10
  weight                = 10
}

resource "twilio_voice_connection_policy_target" "second" {
  connection_policy_sid = twilio_voice_connection_policy.carrier.sid
  friendly_name         = "Second"
  target                = "sip:sbc2.carrier.example.com"
  priority              = 20
  weight                = 10
}
