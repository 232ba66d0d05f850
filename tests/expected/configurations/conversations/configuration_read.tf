data "twilio_conversations_configuration" "configuration" {
}
