variable "unique_name" {
  type = string
}

variable "friendly_name" {
  type = string
}

variable "visibility" {
  type = string
}

variable "path" {
  type    = string
  default = "/test-function"
}

variable "second" {
  type    = bool
  default = false
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
  friendly_name = var.friendly_name
  content       = "ZXhwb3J0cy5oYW5kbGVyID0gZnVuY3Rpb24gKGNvbnRleHQsIGV2ZW50LCBjYWxsYmFjaykgewogIGNhbGxiYWNrKG51bGwsICJIZWxsbyBXb3JsZCIpOwp9Owo="
  content_type  = "application/javascript"
  path          = var.path
  visibility    = var.visibility
}

resource "twilio_serverless_function" "second" {
  count         = var.second ? 1 : 0
  service_sid   = twilio_serverless_service.service.sid
  friendly_name = "${var.friendly_name}-2"
  content       = "ZXhwb3J0cy5oYW5kbGVyID0gZnVuY3Rpb24gKGNvbnRleHQsIGV2ZW50LCBjYWxsYmFjaykgewogIGNhbGxiYWNrKG51bGwsICJIZWxsbyBXb3JsZCIpOwp9Owo="
  content_type  = "application/javascript"
  path          = "/test-function-2"
  visibility    = var.visibility
}

data "twilio_serverless_function" "function" {
  count       = var.read ? 1 : 0
  service_sid = twilio_serverless_function.function.service_sid
  sid         = twilio_serverless_function.function.sid
}

data "twilio_serverless_functions" "functions" {
  count       = var.read ? 1 : 0
  service_sid = twilio_serverless_function.function.service_sid
}
