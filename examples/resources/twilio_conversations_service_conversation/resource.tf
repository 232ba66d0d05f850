resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_conversations_service_conversation" "team" {
  chat_service_sid = twilio_conversations_service.app.sid
  unique_name      = "team"
  friendly_name    = "The team"
}
