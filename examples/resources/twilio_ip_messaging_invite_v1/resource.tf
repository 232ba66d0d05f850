resource "twilio_ip_messaging_service_v1" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_channel_v1" "board" {
  service_sid   = twilio_ip_messaging_service_v1.app.sid
  friendly_name = "Board"
  type          = "private"
}

resource "twilio_ip_messaging_invite_v1" "ada" {
  service_sid = twilio_ip_messaging_service_v1.app.sid
  channel_sid = twilio_ip_messaging_channel_v1.board.sid
  identity    = "ada"
}
