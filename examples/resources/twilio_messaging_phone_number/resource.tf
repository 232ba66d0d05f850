resource "twilio_messaging_service" "alerts" {
  friendly_name = "Alerts"
}

resource "twilio_api_incoming_phone_number" "alerts" {
  count     = 2
  area_code = "415"
}

# The service's pool: Twilio picks a number per recipient and stays with it.
resource "twilio_messaging_phone_number" "alerts" {
  count            = length(twilio_api_incoming_phone_number.alerts)
  service_sid      = twilio_messaging_service.alerts.sid
  phone_number_sid = twilio_api_incoming_phone_number.alerts[count.index].sid
}
