resource "twilio_voice_ip_record" "carrier" {
  friendly_name      = "Carrier"
  ip_address         = "203.0.113.10"
  cidr_prefix_length = 30
}
