variable "friendly_name" {
  type = string
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_conversations_service" "service" {
  friendly_name = var.friendly_name
}

data "twilio_conversations_service" "service" {
  count = var.read ? 1 : 0
  sid   = twilio_conversations_service.service.sid
}
