# All members of a channel, read.
variable "friendly_name" {}
variable "identity" {}

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_channel" "parent" {
  service_sid   = twilio_chat_service.parent.sid
  friendly_name = var.friendly_name
  type          = "private"
}

resource "twilio_chat_user" "parent" {
  service_sid = twilio_chat_service.parent.sid
  identity    = var.identity
}

resource "twilio_chat_member" "parent" {
  service_sid = twilio_chat_service.parent.sid
  channel_sid = twilio_chat_channel.parent.sid
  identity    = twilio_chat_user.parent.identity
}

data "twilio_chat_members" "subject" {
  service_sid = twilio_chat_member.parent.service_sid
  channel_sid = twilio_chat_member.parent.channel_sid
}
