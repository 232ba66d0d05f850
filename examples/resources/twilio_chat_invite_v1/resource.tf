resource "twilio_chat_service_v1" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_channel_v1" "board" {
  service_sid   = twilio_chat_service_v1.app.sid
  friendly_name = "Board"
  type          = "private"
}

resource "twilio_chat_invite_v1" "ada" {
  service_sid = twilio_chat_service_v1.app.sid
  channel_sid = twilio_chat_channel_v1.board.sid
  identity    = "ada"
}
