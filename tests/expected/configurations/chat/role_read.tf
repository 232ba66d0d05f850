# A role, read.
variable "friendly_name" {}
variable "type" {}
variable "permission" {}

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_role" "parent" {
  service_sid   = twilio_chat_service.parent.sid
  friendly_name = var.friendly_name
  type          = var.type
  permission    = var.permission
}

data "twilio_chat_role" "subject" {
  service_sid = twilio_chat_role.parent.service_sid
  sid         = twilio_chat_role.parent.sid
}
