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

resource "twilio_serverless_build" "hello" {
  service_sid       = twilio_serverless_service.hello.sid
  function_versions = [twilio_serverless_function.hello.version_sid]
}

resource "twilio_serverless_environment" "production" {
  service_sid   = twilio_serverless_service.hello.sid
  unique_name   = "production"
  domain_suffix = "prod"
}

# Another build is deployed in place, without a gap. Destroying takes the environment out of service.
resource "twilio_serverless_deployment" "production" {
  service_sid     = twilio_serverless_service.hello.sid
  environment_sid = twilio_serverless_environment.production.sid
  build_sid       = twilio_serverless_build.hello.sid
}

output "url" {
  value = "https://${twilio_serverless_environment.production.domain_name}/hello"
}
