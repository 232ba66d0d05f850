resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_conversations_service_user" "ada" {
  chat_service_sid = twilio_conversations_service.app.sid
  identity         = "ada"
  friendly_name    = "Ada"
  attributes       = jsonencode({ team = "engine" })
}
