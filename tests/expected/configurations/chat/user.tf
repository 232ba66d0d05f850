# A user of a chat service.
variable "friendly_name" {}
variable "identity" {}
variable "user_friendly_name" { default = null }
variable "attributes" { default = null }

resource "twilio_chat_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_chat_user" "subject" {
  service_sid   = twilio_chat_service.parent.sid
  identity      = var.identity
  friendly_name = var.user_friendly_name
  attributes    = var.attributes
}
