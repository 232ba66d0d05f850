resource "twilio_conversations_conversation" "order_1234" {
  friendly_name = "Order 1234"
}

resource "twilio_conversations_conversation_webhook" "bot" {
  conversation_sid      = twilio_conversations_conversation.order_1234.sid
  target                = "webhook"
  configuration_url     = "https://bot.example.com/conversations"
  configuration_method  = "post"
  configuration_filters = ["onMessageAdded"]
}
