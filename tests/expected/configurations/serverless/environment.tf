variable "unique_name" {
  type = string
}

variable "domain_suffix" {
  type    = string
  default = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_serverless_service" "service" {
  unique_name   = "service-${var.unique_name}"
  friendly_name = "test"
}

resource "twilio_serverless_environment" "environment" {
  service_sid   = twilio_serverless_service.service.sid
  unique_name   = var.unique_name
  domain_suffix = var.domain_suffix
}

data "twilio_serverless_environment" "environment" {
  count       = var.read ? 1 : 0
  service_sid = twilio_serverless_environment.environment.service_sid
  sid         = twilio_serverless_environment.environment.sid
}

data "twilio_serverless_environments" "environments" {
  count       = var.read ? 1 : 0
  service_sid = twilio_serverless_environment.environment.service_sid
}
