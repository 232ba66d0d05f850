resource "twilio_chat_service_v1" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_channel_v1" "general" {
  service_sid   = twilio_chat_service_v1.app.sid
  friendly_name = "General"
}

resource "twilio_chat_message_v1" "welcome" {
  service_sid = twilio_chat_service_v1.app.sid
  channel_sid = twilio_chat_channel_v1.general.sid
  from        = "system"
  body        = "Welcome! Be kind."
}
