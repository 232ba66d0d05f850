resource "twilio_chat_service_v1" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_role_v1" "member" {
  service_sid   = twilio_chat_service_v1.app.sid
  friendly_name = "member"
  type          = "deployment"
  permission    = ["joinChannel", "editOwnUserInfo"]
}

resource "twilio_chat_user_v1" "ada" {
  service_sid   = twilio_chat_service_v1.app.sid
  identity      = "ada"
  friendly_name = "Ada"
  role_sid      = twilio_chat_role_v1.member.sid
  attributes    = jsonencode({ team = "engine" })
}
