resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}
