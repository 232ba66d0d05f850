resource "twilio_chat_service_v1" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_channel_v1" "general" {
  service_sid   = twilio_chat_service_v1.app.sid
  unique_name   = "general"
  friendly_name = "General"
  type          = "public"
  attributes    = jsonencode({ topic = "Anything goes" })
}
