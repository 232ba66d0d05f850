# A chat service.
variable "friendly_name" {}
variable "notifications_log_enabled" { default = null }
variable "notifications_new_message_enabled" { default = null }
variable "reachability_enabled" { default = null }

resource "twilio_chat_service" "subject" {
  friendly_name                     = var.friendly_name
  notifications_log_enabled         = var.notifications_log_enabled
  notifications_new_message_enabled = var.notifications_new_message_enabled
  reachability_enabled              = var.reachability_enabled
}
