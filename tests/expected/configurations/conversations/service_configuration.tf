variable "friendly_name" {
  type = string
}

variable "reachability_enabled" {
  type    = bool
  default = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_conversations_service" "service" {
  friendly_name = var.friendly_name
}

resource "twilio_conversations_service_configuration" "configuration" {
  chat_service_sid     = twilio_conversations_service.service.sid
  reachability_enabled = var.reachability_enabled
}

data "twilio_conversations_service_configuration" "configuration" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service.service.sid
}
