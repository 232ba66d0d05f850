# Requests about every conversation of the account that has no service of its own.
resource "twilio_conversations_configuration_webhook" "account" {
  target           = "webhook"
  method           = "POST"
  post_webhook_url = "https://app.example.com/conversations/events"
  filters          = ["onMessageAdded", "onParticipantAdded"]
}
