resource "twilio_ip_messaging_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_role" "member" {
  service_sid   = twilio_ip_messaging_service.app.sid
  friendly_name = "member"
  type          = "deployment"
  permission    = ["joinChannel", "editOwnUserInfo"]
}

resource "twilio_ip_messaging_user" "ada" {
  service_sid   = twilio_ip_messaging_service.app.sid
  identity      = "ada"
  friendly_name = "Ada"
  role_sid      = twilio_ip_messaging_role.member.sid
  attributes    = jsonencode({ team = "engine" })
}
