# A messaging service that somebody made in the Console, found by its name.
data "twilio_messaging_service" "alerts" {
  friendly_name = "Alerts"
}

output "alerts_service_sid" {
  value = data.twilio_messaging_service.alerts.sid
}
