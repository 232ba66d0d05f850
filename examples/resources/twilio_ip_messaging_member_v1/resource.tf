resource "twilio_ip_messaging_service_v1" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_channel_v1" "general" {
  service_sid   = twilio_ip_messaging_service_v1.app.sid
  friendly_name = "General"
}

resource "twilio_ip_messaging_member_v1" "ada" {
  service_sid = twilio_ip_messaging_service_v1.app.sid
  channel_sid = twilio_ip_messaging_channel_v1.general.sid
  identity    = "ada"
}
