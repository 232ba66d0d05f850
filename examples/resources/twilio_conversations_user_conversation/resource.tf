resource "twilio_conversations_conversation" "team" {
  friendly_name = "The team"
}

resource "twilio_conversations_user" "ada" {
  identity = "ada"
}

# Ada gets no notifications from this conversation.
resource "twilio_conversations_user_conversation" "ada_team" {
  user_sid           = twilio_conversations_user.ada.sid
  conversation_sid   = twilio_conversations_conversation.team.sid
  notification_level = "muted"
}
