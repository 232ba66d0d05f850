resource "twilio_serverless_service" "hello" {
  unique_name   = "hello"
  friendly_name = "Hello"
}

# The suffix is part of the domain: hello-1234-test.twil.io.
resource "twilio_serverless_environment" "test" {
  service_sid   = twilio_serverless_service.hello.sid
  unique_name   = "test"
  domain_suffix = "test"
}
