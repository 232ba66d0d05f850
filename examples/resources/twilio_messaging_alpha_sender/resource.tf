resource "twilio_messaging_service" "alerts" {
  friendly_name = "Alerts"
}

# Texts come from a name where the country allows it.
resource "twilio_messaging_alpha_sender" "acme" {
  service_sid  = twilio_messaging_service.alerts.sid
  alpha_sender = "ACME"
}
