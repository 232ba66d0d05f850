# The secret is shown once, by the create, and kept in the state: protect the state.
resource "twilio_api_key" "backend" {
  friendly_name = "Backend"
}

output "backend_api_key" {
  value = twilio_api_key.backend.sid
}

output "backend_api_secret" {
  value     = twilio_api_key.backend.secret
  sensitive = true
}
