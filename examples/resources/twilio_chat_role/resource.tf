resource "twilio_chat_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_role" "reader" {
  service_sid   = twilio_chat_service.app.sid
  friendly_name = "reader"
  type          = "channel"
  permission    = ["leaveChannel", "editOwnUserInfo"]
}
