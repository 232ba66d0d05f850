resource "twilio_ip_messaging_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_channel" "general" {
  service_sid   = twilio_ip_messaging_service.app.sid
  friendly_name = "General"
}

resource "twilio_ip_messaging_user" "ada" {
  service_sid = twilio_ip_messaging_service.app.sid
  identity    = "ada"
}

# Ada gets no notifications from this channel.
resource "twilio_ip_messaging_user_channel" "ada_general" {
  service_sid        = twilio_ip_messaging_service.app.sid
  user_sid           = twilio_ip_messaging_user.ada.sid
  channel_sid        = twilio_ip_messaging_channel.general.sid
  notification_level = "muted"
}
