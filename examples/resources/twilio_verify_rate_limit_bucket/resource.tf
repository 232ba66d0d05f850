resource "twilio_verify_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_verify_rate_limit" "address" {
  service_sid = twilio_verify_service.app.sid
  unique_name = "end_user_ip_address"
}

# Five verifications in a minute.
resource "twilio_verify_rate_limit_bucket" "per_minute" {
  service_sid    = twilio_verify_service.app.sid
  rate_limit_sid = twilio_verify_rate_limit.address.sid
  interval       = 60
  max            = 5
}
