resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_conversations_service_role" "moderator" {
  chat_service_sid = twilio_conversations_service.app.sid
  friendly_name    = "moderator"
  type             = "conversation"
  permission       = ["sendMessage", "deleteAnyMessage", "removeParticipant", "leaveConversation"]
}
