resource "twilio_conversations_conversation" "order_1234" {
  friendly_name = "Order 1234"
}

resource "twilio_conversations_conversation_message" "greeting" {
  conversation_sid = twilio_conversations_conversation.order_1234.sid
  author           = "system"
  body             = "How can we help you with your order?"
}
