# A channel of a chat service of another name.
variable "friendly_name" {}
variable "type" {}

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_channel" "subject" {
  service_sid   = twilio_chat_service.parent.sid
  friendly_name = var.friendly_name
  type          = var.type
}
