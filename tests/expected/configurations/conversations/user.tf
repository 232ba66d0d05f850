variable "friendly_name" {
  type = string
}

variable "identity" {
  type = string
}

variable "user_friendly_name" {
  type    = string
  default = null
}

variable "attributes" {
  type    = string
  default = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_conversations_service" "service" {
  friendly_name = var.friendly_name
}

resource "twilio_conversations_service_user" "user" {
  chat_service_sid = twilio_conversations_service.service.sid
  identity         = var.identity
  friendly_name    = var.user_friendly_name
  attributes       = var.attributes
}

data "twilio_conversations_service_user" "user" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service_user.user.chat_service_sid
  sid              = twilio_conversations_service_user.user.sid
}

data "twilio_conversations_service_users" "users" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service_user.user.chat_service_sid
}
