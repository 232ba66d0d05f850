variable "friendly_name" {
  type = string
}

variable "conversation_friendly_name" {
  type    = string
  default = null
}

variable "unique_name" {
  type    = string
  default = null
}

variable "attributes" {
  type    = string
  default = null
}

variable "state" {
  type    = string
  default = null
}

variable "timers_closed" {
  type    = string
  default = null
}

variable "timers_inactive" {
  type    = string
  default = null
}

variable "messaging_service" {
  description = "Whether there is a messaging service."
  type        = bool
  default     = false
}

variable "messaging_service_of" {
  description = "own, default, or null: no argument."
  type        = string
  default     = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_conversations_service" "service" {
  friendly_name = var.friendly_name
}

resource "twilio_messaging_service" "service" {
  count         = var.messaging_service ? 1 : 0
  friendly_name = var.friendly_name
}

data "twilio_conversations_configuration" "configuration" {
  count = var.messaging_service_of == "default" ? 1 : 0
}

locals {
  messaging_service_sids = {
    own     = one(twilio_messaging_service.service[*].sid)
    default = one(data.twilio_conversations_configuration.configuration[*].default_messaging_service_sid)
  }
}

resource "twilio_conversations_service_conversation" "conversation" {
  chat_service_sid      = twilio_conversations_service.service.sid
  friendly_name         = var.conversation_friendly_name
  unique_name           = var.unique_name
  attributes            = var.attributes
  state                 = var.state
  timers_closed         = var.timers_closed
  timers_inactive       = var.timers_inactive
  messaging_service_sid = var.messaging_service_of == null ? null : local.messaging_service_sids[var.messaging_service_of]
}

data "twilio_conversations_service_conversation" "conversation" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service_conversation.conversation.chat_service_sid
  sid              = twilio_conversations_service_conversation.conversation.sid
}

data "twilio_conversations_service_conversations" "conversations" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service_conversation.conversation.chat_service_sid
}
