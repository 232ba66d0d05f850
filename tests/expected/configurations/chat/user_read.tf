# A user, read.
variable "friendly_name" {}
variable "identity" {}

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_user" "parent" {
  service_sid = twilio_chat_service.parent.sid
  identity    = var.identity
}

data "twilio_chat_user" "subject" {
  service_sid = twilio_chat_user.parent.service_sid
  sid         = twilio_chat_user.parent.sid
}
