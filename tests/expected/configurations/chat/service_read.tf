# A chat service, read.
variable "friendly_name" {}

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

data "twilio_chat_service" "subject" {
  sid = twilio_chat_service.parent.sid
}
