# All webhooks of a channel, read.
variable "friendly_name" {}
variable "type" {}
variable "configuration_url" {}
variable "configuration_filters" {}

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_channel" "parent" {
  service_sid   = twilio_chat_service.parent.sid
  friendly_name = var.friendly_name
  type          = "private"
}

resource "twilio_chat_channel_webhook" "parent" {
  service_sid           = twilio_chat_service.parent.sid
  channel_sid           = twilio_chat_channel.parent.sid
  type                  = var.type
  configuration_url     = var.configuration_url
  configuration_filters = var.configuration_filters
}

data "twilio_chat_channel_webhooks" "subject" {
  service_sid = twilio_chat_channel_webhook.parent.service_sid
  channel_sid = twilio_chat_channel_webhook.parent.channel_sid
}
