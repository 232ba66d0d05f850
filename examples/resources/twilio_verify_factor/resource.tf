resource "twilio_verify_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_verify_entity" "user_1234" {
  service_sid = twilio_verify_service.app.sid
  identity    = "user-1234-5678"
}

# A one-time code from an authenticator app.
resource "twilio_verify_factor" "authenticator" {
  service_sid   = twilio_verify_service.app.sid
  identity      = twilio_verify_entity.user_1234.identity
  friendly_name = "Authenticator app"
  factor_type   = "totp"
  config_alg    = "sha256"
}
