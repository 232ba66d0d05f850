variable "unique_name" {
  type = string
}

variable "key" {
  type = string
}

variable "value" {
  type = string
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
  service_sid = twilio_serverless_service.service.sid
  unique_name = var.unique_name
}

resource "twilio_serverless_variable" "variable" {
  service_sid     = twilio_serverless_environment.environment.service_sid
  environment_sid = twilio_serverless_environment.environment.sid
  key             = var.key
  value           = var.value
}

data "twilio_serverless_variable" "variable" {
  count           = var.read ? 1 : 0
  service_sid     = twilio_serverless_variable.variable.service_sid
  environment_sid = twilio_serverless_variable.variable.environment_sid
  sid             = twilio_serverless_variable.variable.sid
}

data "twilio_serverless_variables" "variables" {
  count           = var.read ? 1 : 0
  service_sid     = twilio_serverless_variable.variable.service_sid
  environment_sid = twilio_serverless_variable.variable.environment_sid
}
