resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_conversations_service_configuration_webhook" "app" {
  chat_service_sid = twilio_conversations_service.app.sid
  method           = "POST"
  post_webhook_url = "https://app.example.com/conversations/events"
  filters          = ["onMessageAdded", "onConversationStateUpdated"]
}
