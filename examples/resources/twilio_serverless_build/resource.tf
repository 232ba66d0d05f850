resource "twilio_serverless_service" "hello" {
  unique_name   = "hello"
  friendly_name = "Hello"
}

resource "twilio_serverless_function" "hello" {
  service_sid   = twilio_serverless_service.hello.sid
  friendly_name = "Hello"
  path          = "/hello"
  visibility    = "public"
  content       = "exports.handler = (context, event, callback) => callback(null, 'Ahoy!');"

  lifecycle {
    create_before_destroy = true
  }
}

# Terraform waits until it is built, and says what failed. Changed inputs are a new build, in place.
resource "twilio_serverless_build" "hello" {
  service_sid       = twilio_serverless_service.hello.sid
  function_versions = [twilio_serverless_function.hello.version_sid]
  runtime           = "node22"

  dependencies = jsonencode([
    { name = "twilio", version = "5.0.3" },
    { name = "@twilio/runtime-handler", version = "2.0.1" },
  ])
}
