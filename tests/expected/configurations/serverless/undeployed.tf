variable "unique_name" {
  type = string
}

variable "greeting" {
  type    = string
  default = "Hello World"
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

resource "twilio_serverless_environment" "environment" {
  service_sid = twilio_serverless_service.service.sid
  unique_name = var.unique_name
}
