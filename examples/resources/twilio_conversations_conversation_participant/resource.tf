resource "twilio_conversations_conversation" "order_1234" {
  friendly_name = "Order 1234"
}

resource "twilio_api_incoming_phone_number" "support" {
  area_code = "415"
}

# A customer who takes part by text, from their own phone.
resource "twilio_conversations_conversation_participant" "customer" {
  conversation_sid                = twilio_conversations_conversation.order_1234.sid
  messaging_binding_address       = "+14155550100"
  messaging_binding_proxy_address = twilio_api_incoming_phone_number.support.phone_number
}

# Somebody who takes part in the app.
resource "twilio_conversations_conversation_participant" "agent" {
  conversation_sid = twilio_conversations_conversation.order_1234.sid
  identity         = "ada"
}
