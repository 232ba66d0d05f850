resource "twilio_ip_messaging_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_channel" "general" {
  service_sid   = twilio_ip_messaging_service.app.sid
  friendly_name = "General"
}

resource "twilio_ip_messaging_member" "ada" {
  service_sid = twilio_ip_messaging_service.app.sid
  channel_sid = twilio_ip_messaging_channel.general.sid
  identity    = "ada"
}
