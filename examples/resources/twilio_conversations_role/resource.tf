resource "twilio_conversations_role" "listener" {
  friendly_name = "listener"
  type          = "conversation"
  permission    = ["leaveConversation", "editOwnUserInfo"]
}
