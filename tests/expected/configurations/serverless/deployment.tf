variable "unique_name" {
  type = string
}

variable "greeting" {
  type    = string
  default = "Hello World"
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_serverless_service" "service" {
  unique_name   = "service-${var.unique_name}"
  friendly_name = "test"
}

resource "twilio_serverless_function" "function" {
  service_sid   = twilio_serverless_service.service.sid
  friendly_name = "test"
  content       = "exports.handler = (context, event, callback) => callback(null, '${var.greeting}');"
  content_type  = "application/javascript"
  path          = "/test-function"
  visibility    = "private"
}

resource "twilio_serverless_build" "build" {
  service_sid       = twilio_serverless_service.service.sid
  function_versions = [twilio_serverless_function.function.version_sid]

  lifecycle {
    create_before_destroy = true
  }
}

resource "twilio_serverless_environment" "environment" {
  service_sid = twilio_serverless_service.service.sid
  unique_name = var.unique_name
}

resource "twilio_serverless_deployment" "deployment" {
  service_sid     = twilio_serverless_service.service.sid
  environment_sid = twilio_serverless_environment.environment.sid
  build_sid       = twilio_serverless_build.build.sid

  lifecycle {
    create_before_destroy = true
  }
}

data "twilio_serverless_deployment" "deployment" {
  count           = var.read ? 1 : 0
  service_sid     = twilio_serverless_deployment.deployment.service_sid
  environment_sid = twilio_serverless_deployment.deployment.environment_sid
  sid             = twilio_serverless_deployment.deployment.sid
}

data "twilio_serverless_deployments" "deployments" {
  count           = var.read ? 1 : 0
  service_sid     = twilio_serverless_deployment.deployment.service_sid
  environment_sid = twilio_serverless_deployment.deployment.environment_sid
}
