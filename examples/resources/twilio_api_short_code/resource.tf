# Short codes are leased, not made: Terraform takes one over by its SID.
resource "twilio_api_short_code" "alerts" {
  sid              = "SC0123456789abcdef0123456789abcdef"
  friendly_name    = "Alerts"
  sms_url          = "https://alerts.example.com/sms"
  sms_fallback_url = "https://fallback.example.com/sms"
}
