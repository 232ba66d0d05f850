resource "twilio_verify_service" "app" {
  friendly_name = "Mobile app"
}

# The identity is a pseudonym of the user, never a name or an e-mail address.
resource "twilio_verify_entity" "user_1234" {
  service_sid = twilio_verify_service.app.sid
  identity    = "user-1234-5678"
}
