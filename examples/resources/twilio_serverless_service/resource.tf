resource "twilio_serverless_service" "hello" {
  unique_name         = "hello"
  friendly_name       = "Hello"
  include_credentials = true
  ui_editable         = false
}
