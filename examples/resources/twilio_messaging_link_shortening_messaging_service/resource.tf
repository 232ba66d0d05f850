resource "twilio_messaging_service" "alerts" {
  friendly_name = "Alerts"
}

# Links in this service's messages are shortened to the domain, which is added in the Console.
resource "twilio_messaging_link_shortening_messaging_service" "alerts" {
  domain_sid            = "DN0123456789abcdef0123456789abcdef"
  messaging_service_sid = twilio_messaging_service.alerts.sid
}
