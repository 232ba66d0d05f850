resource "twilio_messaging_service" "alerts" {
  friendly_name = "Alerts"
}

resource "twilio_api_short_code" "alerts" {
  sid           = "SC0123456789abcdef0123456789abcdef"
  friendly_name = "Alerts"
}

resource "twilio_messaging_short_code" "alerts" {
  service_sid    = twilio_messaging_service.alerts.sid
  short_code_sid = twilio_api_short_code.alerts.sid
}
