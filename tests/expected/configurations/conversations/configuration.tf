variable "default_closed_timer" {
  type    = string
  default = null
}

resource "twilio_conversations_configuration" "configuration" {
  default_closed_timer = var.default_closed_timer
}
