variable "friendly_name" {
  type = string
}

variable "log_enabled" {
  type    = bool
  default = null
}

variable "new_message_enabled" {
  type    = bool
  default = null
}

variable "new_message_template" {
  type    = string
  default = null
}

variable "new_message_sound" {
  type    = string
  default = null
}

variable "added_to_conversation_enabled" {
  type    = bool
  default = null
}

variable "added_to_conversation_template" {
  type    = string
  default = null
}

variable "added_to_conversation_sound" {
  type    = string
  default = null
}

variable "removed_from_conversation_enabled" {
  type    = bool
  default = null
}

variable "removed_from_conversation_template" {
  type    = string
  default = null
}

variable "removed_from_conversation_sound" {
  type    = string
  default = null
}

variable "new_message_badge_count_enabled" {
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

resource "twilio_conversations_service_configuration_notification" "notification" {
  chat_service_sid                   = twilio_conversations_service.service.sid
  log_enabled                        = var.log_enabled
  new_message_enabled                = var.new_message_enabled
  new_message_template               = var.new_message_template
  new_message_sound                  = var.new_message_sound
  new_message_badge_count_enabled    = var.new_message_badge_count_enabled
  added_to_conversation_enabled      = var.added_to_conversation_enabled
  added_to_conversation_template     = var.added_to_conversation_template
  added_to_conversation_sound        = var.added_to_conversation_sound
  removed_from_conversation_enabled  = var.removed_from_conversation_enabled
  removed_from_conversation_template = var.removed_from_conversation_template
  removed_from_conversation_sound    = var.removed_from_conversation_sound
}

data "twilio_conversations_service_configuration_notification" "notification" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service.service.sid
}
