variable "unique_name" {
  type = string
}

variable "functions" {
  type    = number
  default = 0
}

variable "assets" {
  type    = number
  default = 0
}

variable "dependencies" {
  description = "The versions of other libraries."
  type        = map(string)
  default     = {}
}

variable "twilio" {
  description = "The version of the library of that name."
  type        = string
  default     = null
}

variable "runtime" {
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

resource "twilio_serverless_function" "function" {
  count         = var.functions
  service_sid   = twilio_serverless_service.service.sid
  friendly_name = "test"
  content       = "exports.handler = (context, event, callback) => callback(null, 'Hello ${count.index}');"
  content_type  = "application/javascript"
  path          = "/test-function${count.index}"
  visibility    = "private"
}

resource "twilio_serverless_asset" "asset" {
  count         = var.assets
  service_sid   = twilio_serverless_service.service.sid
  friendly_name = "test"
  content       = "{}"
  content_type  = "application/json"
  path          = "/test-asset${count.index}"
  visibility    = "private"
}

locals {
  dependencies = var.twilio == null ? var.dependencies : merge(var.dependencies, { twilio = var.twilio })
}

resource "twilio_serverless_build" "build" {
  service_sid       = twilio_serverless_service.service.sid
  function_versions = twilio_serverless_function.function[*].version_sid
  asset_versions    = twilio_serverless_asset.asset[*].version_sid
  dependencies      = length(local.dependencies) == 0 ? null : jsonencode([for name, version in local.dependencies : { name = name, version = version }])
  runtime           = var.runtime
}

data "twilio_serverless_build" "build" {
  count       = var.read ? 1 : 0
  service_sid = twilio_serverless_build.build.service_sid
  sid         = twilio_serverless_build.build.sid
}

data "twilio_serverless_builds" "builds" {
  count       = var.read ? 1 : 0
  service_sid = twilio_serverless_build.build.service_sid
}
