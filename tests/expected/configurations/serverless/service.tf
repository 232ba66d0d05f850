variable "unique_name" {
  type = string
}

variable "friendly_name" {
  type = string
}

variable "include_credentials" {
  type    = bool
  default = null
}

variable "ui_editable" {
  type    = bool
  default = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_serverless_service" "service" {
  unique_name         = var.unique_name
  friendly_name       = var.friendly_name
  include_credentials = var.include_credentials
  ui_editable         = var.ui_editable
}

data "twilio_serverless_service" "by_sid" {
  count = var.read ? 1 : 0
  sid   = twilio_serverless_service.service.sid
}

data "twilio_serverless_service" "by_unique_name" {
  count = var.read ? 1 : 0
  sid   = twilio_serverless_service.service.unique_name
}
