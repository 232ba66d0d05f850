# A service that another team manages.
data "twilio_verify_service" "login" {
  friendly_name = "Login"
}

output "login_service_sid" {
  value = data.twilio_verify_service.login.sid
}
