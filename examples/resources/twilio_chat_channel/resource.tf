resource "twilio_chat_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_channel" "general" {
  service_sid   = twilio_chat_service.app.sid
  unique_name   = "general"
  friendly_name = "General"
  type          = "public"
  attributes    = jsonencode({ topic = "Anything goes" })
}
