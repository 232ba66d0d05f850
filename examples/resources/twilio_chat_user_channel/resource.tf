resource "twilio_chat_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_channel" "general" {
  service_sid   = twilio_chat_service.app.sid
  friendly_name = "General"
}

resource "twilio_chat_user" "ada" {
  service_sid = twilio_chat_service.app.sid
  identity    = "ada"
}

# Ada gets no notifications from this channel.
resource "twilio_chat_user_channel" "ada_general" {
  service_sid        = twilio_chat_service.app.sid
  user_sid           = twilio_chat_user.ada.sid
  channel_sid        = twilio_chat_channel.general.sid
  notification_level = "muted"
}
