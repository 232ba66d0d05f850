# Flex and the Console make conversation services of their own.
data "twilio_conversations_services" "all" {}

output "conversations_services" {
  value = { for service in data.twilio_conversations_services.all.items : service.sid => service.friendly_name }
}
