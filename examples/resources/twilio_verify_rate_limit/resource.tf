resource "twilio_verify_service" "app" {
  friendly_name = "Mobile app"
}

# How much is allowed says twilio_verify_rate_limit_bucket.
resource "twilio_verify_rate_limit" "address" {
  service_sid = twilio_verify_service.app.sid
  unique_name = "end_user_ip_address"
  description = "Verifications from one IP address"
}
