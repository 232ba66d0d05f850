resource "twilio_ip_messaging_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_channel" "board" {
  service_sid   = twilio_ip_messaging_service.app.sid
  friendly_name = "Board"
  type          = "private"
}

resource "twilio_ip_messaging_invite" "ada" {
  service_sid = twilio_ip_messaging_service.app.sid
  channel_sid = twilio_ip_messaging_channel.board.sid
  identity    = "ada"
}
