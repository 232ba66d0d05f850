# A user of a chat service in one of its channels.
variable "friendly_name" {}
variable "identity" {}
variable "attributes" { default = null }

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

resource "twilio_chat_member" "subject" {
  service_sid = twilio_chat_service.parent.sid
  channel_sid = twilio_chat_channel.parent.sid
  identity    = twilio_chat_user.parent.identity
  attributes  = var.attributes
}
