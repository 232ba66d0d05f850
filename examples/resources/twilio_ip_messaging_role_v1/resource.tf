resource "twilio_ip_messaging_service_v1" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_role_v1" "reader" {
  service_sid   = twilio_ip_messaging_service_v1.app.sid
  friendly_name = "reader"
  type          = "channel"
  permission    = ["leaveChannel", "editOwnUserInfo"]
}
