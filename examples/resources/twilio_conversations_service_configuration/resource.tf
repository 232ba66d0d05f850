resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_conversations_service_role" "member" {
  chat_service_sid = twilio_conversations_service.app.sid
  friendly_name    = "member"
  type             = "conversation"
  permission       = ["sendMessage", "leaveConversation", "editOwnMessage"]
}

resource "twilio_conversations_service_configuration" "app" {
  chat_service_sid              = twilio_conversations_service.app.sid
  default_conversation_role_sid = twilio_conversations_service_role.member.sid
  reachability_enabled          = true
}
