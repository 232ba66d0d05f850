resource "twilio_messaging_service" "alerts" {
  friendly_name       = "Alerts"
  usecase             = "notifications"
  inbound_request_url = "https://alerts.example.com/sms"
  inbound_method      = "POST"
  fallback_url        = "https://fallback.example.com/sms"
  status_callback     = "https://alerts.example.com/sms/status"

  sticky_sender      = true
  area_code_geomatch = true
  smart_encoding     = true
  validity_period    = 600
}
