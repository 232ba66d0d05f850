resource "twilio_verify_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_messaging_service" "codes" {
  friendly_name = "Codes"
}

# Codes for people in Brazil go out over a messaging service of ours.
resource "twilio_verify_messaging_configuration" "brazil" {
  service_sid           = twilio_verify_service.app.sid
  country               = "BR"
  messaging_service_sid = twilio_messaging_service.codes.sid
}
