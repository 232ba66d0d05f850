resource "twilio_chat_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_channel" "general" {
  service_sid   = twilio_chat_service.app.sid
  friendly_name = "General"
}

resource "twilio_chat_member" "ada" {
  service_sid = twilio_chat_service.app.sid
  channel_sid = twilio_chat_channel.general.sid
  identity    = "ada"
}
