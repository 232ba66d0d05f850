resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_conversations_service_conversation" "team" {
  chat_service_sid = twilio_conversations_service.app.sid
  friendly_name    = "The team"
}

resource "twilio_conversations_service_conversation_message" "welcome" {
  chat_service_sid = twilio_conversations_service.app.sid
  conversation_sid = twilio_conversations_service_conversation.team.sid
  author           = "system"
  body             = "Welcome! Be kind."
}
