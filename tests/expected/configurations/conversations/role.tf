variable "friendly_name" {
  type = string
}

variable "type" {
  type = string
}

variable "permissions" {
  type = list(string)
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_conversations_service" "service" {
  friendly_name = var.friendly_name
}

resource "twilio_conversations_service_role" "role" {
  chat_service_sid = twilio_conversations_service.service.sid
  friendly_name    = var.friendly_name
  type             = var.type
  permission       = var.permissions
}

data "twilio_conversations_service_role" "role" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service_role.role.chat_service_sid
  sid              = twilio_conversations_service_role.role.sid
}

data "twilio_conversations_service_roles" "roles" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service_role.role.chat_service_sid
}
