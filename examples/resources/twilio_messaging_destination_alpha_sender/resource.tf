resource "twilio_messaging_service" "alerts" {
  friendly_name = "Alerts"
}

# Another name for texts to Norway.
resource "twilio_messaging_destination_alpha_sender" "norway" {
  service_sid      = twilio_messaging_service.alerts.sid
  alpha_sender     = "ACME Norge"
  iso_country_code = "NO"
}
