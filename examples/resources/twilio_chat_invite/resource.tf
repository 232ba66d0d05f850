resource "twilio_chat_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_channel" "board" {
  service_sid   = twilio_chat_service.app.sid
  friendly_name = "Board"
  type          = "private"
}

resource "twilio_chat_invite" "ada" {
  service_sid = twilio_chat_service.app.sid
  channel_sid = twilio_chat_channel.board.sid
  identity    = "ada"
}
