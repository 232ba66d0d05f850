resource "twilio_chat_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_role" "member" {
  service_sid   = twilio_chat_service.app.sid
  friendly_name = "member"
  type          = "deployment"
  permission    = ["joinChannel", "editOwnUserInfo"]
}

resource "twilio_chat_user" "ada" {
  service_sid   = twilio_chat_service.app.sid
  identity      = "ada"
  friendly_name = "Ada"
  role_sid      = twilio_chat_role.member.sid
  attributes    = jsonencode({ team = "engine" })
}
