resource "twilio_api_incoming_phone_number" "support" {
  area_code = "415"
}

resource "twilio_conversations_service" "support" {
  friendly_name = "Support"
}

# A text to this number begins a conversation.
resource "twilio_conversations_configuration_address" "support" {
  friendly_name = "Support by text"
  type          = "sms"
  address       = twilio_api_incoming_phone_number.support.phone_number

  auto_creation_enabled                  = true
  auto_creation_type                     = "webhook"
  auto_creation_conversation_service_sid = twilio_conversations_service.support.sid
  auto_creation_webhook_url              = "https://bot.example.com/conversations"
  auto_creation_webhook_method           = "post"
  auto_creation_webhook_filters          = ["onMessageAdded", "onConversationAdded"]
}
