# All channels of a chat service, read.
variable "friendly_name" {}
variable "type" {}

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_channel" "parent" {
  service_sid   = twilio_chat_service.parent.sid
  friendly_name = var.friendly_name
  type          = var.type
}

data "twilio_chat_channels" "subject" {
  service_sid = twilio_chat_channel.parent.service_sid
}
