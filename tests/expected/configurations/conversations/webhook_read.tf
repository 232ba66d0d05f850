data "twilio_conversations_configuration_webhook" "webhook" {
}
