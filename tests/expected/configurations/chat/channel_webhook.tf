# A webhook of a channel, of any type.
variable "friendly_name" {}
variable "type" {}
variable "configuration_url" { default = null }
variable "configuration_filters" { default = null }
variable "configuration_triggers" { default = null }
variable "configuration_flow_sid" { default = null }

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_channel" "parent" {
  service_sid   = twilio_chat_service.parent.sid
  friendly_name = var.friendly_name
  type          = "private"
}

resource "twilio_chat_channel_webhook" "subject" {
  service_sid            = twilio_chat_service.parent.sid
  channel_sid            = twilio_chat_channel.parent.sid
  type                   = var.type
  configuration_url      = var.configuration_url
  configuration_filters  = var.configuration_filters
  configuration_triggers = var.configuration_triggers
  configuration_flow_sid = var.configuration_flow_sid
}
