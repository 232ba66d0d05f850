resource "twilio_ip_messaging_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_role" "reader" {
  service_sid   = twilio_ip_messaging_service.app.sid
  friendly_name = "reader"
  type          = "channel"
  permission    = ["leaveChannel", "editOwnUserInfo"]
}
