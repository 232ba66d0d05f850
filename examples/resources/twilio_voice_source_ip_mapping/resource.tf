resource "twilio_voice_ip_record" "carrier" {
  friendly_name = "Carrier"
  ip_address    = "203.0.113.10"
}

resource "twilio_api_sip_domain" "carrier" {
  domain_name = "acme-carrier.sip.twilio.com"
}

# What comes from these addresses belongs to this domain.
resource "twilio_voice_source_ip_mapping" "carrier" {
  ip_record_sid  = twilio_voice_ip_record.carrier.sid
  sip_domain_sid = twilio_api_sip_domain.carrier.sid
}
