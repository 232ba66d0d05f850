resource "twilio_conversations_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_conversations_service_configuration_notification" "app" {
  chat_service_sid                = twilio_conversations_service.app.sid
  new_message_enabled             = true
  new_message_template            = "$${PARTICIPANT}: $${MESSAGE}"
  new_message_badge_count_enabled = true
  added_to_conversation_enabled   = false
}
