resource "twilio_conversations_role" "agent" {
  friendly_name = "agent"
  type          = "service"
  permission    = ["createConversation", "joinConversation", "editOwnUserInfo"]
}

resource "twilio_conversations_user" "ada" {
  identity      = "ada"
  friendly_name = "Ada"
  role_sid      = twilio_conversations_role.agent.sid
}
