# A messaging service.
variable "friendly_name" {}
variable "area_code_geomatch" { default = null }
variable "fallback_method" { default = null }
variable "fallback_to_long_code" { default = null }
variable "fallback_url" { default = null }
variable "inbound_method" { default = null }
variable "inbound_request_url" { default = null }
variable "mms_converter" { default = null }
variable "smart_encoding" { default = null }
variable "status_callback" { default = null }
variable "sticky_sender" { default = null }
variable "use_inbound_webhook_on_number" { default = null }
variable "validity_period" { default = null }

resource "twilio_messaging_service" "subject" {
  friendly_name                 = var.friendly_name
  area_code_geomatch            = var.area_code_geomatch
  fallback_method               = var.fallback_method
  fallback_to_long_code         = var.fallback_to_long_code
  fallback_url                  = var.fallback_url
  inbound_method                = var.inbound_method
  inbound_request_url           = var.inbound_request_url
  mms_converter                 = var.mms_converter
  smart_encoding                = var.smart_encoding
  status_callback               = var.status_callback
  sticky_sender                 = var.sticky_sender
  use_inbound_webhook_on_number = var.use_inbound_webhook_on_number
  validity_period               = var.validity_period
}
