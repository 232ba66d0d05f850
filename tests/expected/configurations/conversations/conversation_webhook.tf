variable "friendly_name" {
  type = string
}

variable "target" {
  type = string
}

variable "url" {
  type    = string
  default = null
}

variable "filters" {
  type    = list(string)
  default = null
}

variable "triggers" {
  type    = list(string)
  default = null
}

variable "flow_sid" {
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

resource "twilio_conversations_service_conversation" "conversation" {
  chat_service_sid = twilio_conversations_service.service.sid
}

resource "twilio_conversations_service_conversation_webhook" "webhook" {
  chat_service_sid       = twilio_conversations_service.service.sid
  conversation_sid       = twilio_conversations_service_conversation.conversation.sid
  target                 = var.target
  configuration_url      = var.url
  configuration_filters  = var.filters
  configuration_triggers = var.triggers
  configuration_flow_sid = var.flow_sid
}

data "twilio_conversations_service_conversation_webhook" "webhook" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service.service.sid
  conversation_sid = twilio_conversations_service_conversation.conversation.sid
  sid              = twilio_conversations_service_conversation_webhook.webhook.sid
}

data "twilio_conversations_service_conversation_webhooks" "webhooks" {
  count            = var.read ? 1 : 0
  chat_service_sid = twilio_conversations_service.service.sid
  conversation_sid = twilio_conversations_service_conversation_webhook.webhook.conversation_sid
}
