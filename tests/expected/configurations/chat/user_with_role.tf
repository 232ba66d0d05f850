# A user of a chat service with a role made for it.
variable "friendly_name" {}
variable "identity" {}

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_role" "parent" {
  service_sid   = twilio_chat_service.parent.sid
  friendly_name = var.friendly_name
  type          = "deployment"
  permission    = ["createChannel", "editOwnUserInfo", "joinChannel"]
}

resource "twilio_chat_user" "subject" {
  service_sid = twilio_chat_service.parent.sid
  identity    = var.identity
  role_sid    = twilio_chat_role.parent.sid
}
