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
  default = "/test-asset"
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

resource "twilio_serverless_asset" "asset" {
  service_sid   = twilio_serverless_service.service.sid
  friendly_name = var.friendly_name
  content       = "{}"
  content_type  = "application/json"
  path          = var.path
  visibility    = var.visibility
}

resource "twilio_serverless_asset" "second" {
  count         = var.second ? 1 : 0
  service_sid   = twilio_serverless_service.service.sid
  friendly_name = "${var.friendly_name}-2"
  content       = "{}"
  content_type  = "application/json"
  path          = "/test-asset-2"
  visibility    = var.visibility
}

data "twilio_serverless_asset" "asset" {
  count       = var.read ? 1 : 0
  service_sid = twilio_serverless_asset.asset.service_sid
  sid         = twilio_serverless_asset.asset.sid
}

data "twilio_serverless_assets" "assets" {
  count       = var.read ? 1 : 0
  service_sid = twilio_serverless_asset.asset.service_sid
}
