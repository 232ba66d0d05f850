resource "twilio_verify_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_verify_webhook" "factors" {
  service_sid   = twilio_verify_service.app.sid
  friendly_name = "Factors"
  webhook_url   = "https://app.example.com/verify"
  event_types   = ["factor.created", "factor.verified", "factor.deleted"]
  status        = "enabled"
  version       = "v2"
}
