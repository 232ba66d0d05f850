resource "twilio_ip_messaging_service_v1" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_ip_messaging_channel_v1" "general" {
  service_sid   = twilio_ip_messaging_service_v1.app.sid
  unique_name   = "general"
  friendly_name = "General"
  type          = "public"
  attributes    = jsonencode({ topic = "Anything goes" })
}
