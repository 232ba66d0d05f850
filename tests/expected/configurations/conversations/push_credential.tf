variable "friendly_name" {
  type = string
}

variable "secret" {
  type = string
}

resource "twilio_conversations_credential" "credential" {
  type          = "fcm"
  friendly_name = var.friendly_name
  secret        = var.secret
}
