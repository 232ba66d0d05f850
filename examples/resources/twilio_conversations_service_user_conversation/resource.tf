resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_conversations_service_conversation" "team" {
  chat_service_sid = twilio_conversations_service.app.sid
  friendly_name    = "The team"
}

resource "twilio_conversations_service_user" "ada" {
  chat_service_sid = twilio_conversations_service.app.sid
  identity         = "ada"
}

# Ada gets no notifications from this conversation.
resource "twilio_conversations_service_user_conversation" "ada_team" {
  chat_service_sid   = twilio_conversations_service.app.sid
  user_sid           = twilio_conversations_service_user.ada.sid
  conversation_sid   = twilio_conversations_service_conversation.team.sid
  notification_level = "muted"
}
