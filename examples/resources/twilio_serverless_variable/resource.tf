resource "twilio_serverless_service" "hello" {
  unique_name   = "hello"
  friendly_name = "Hello"
}

resource "twilio_serverless_environment" "test" {
  service_sid   = twilio_serverless_service.hello.sid
  unique_name   = "test"
  domain_suffix = "test"
}

resource "twilio_serverless_variable" "greeting" {
  service_sid     = twilio_serverless_service.hello.sid
  environment_sid = twilio_serverless_environment.test.sid
  key             = "GREETING"
  value           = "Ahoy!"
}
