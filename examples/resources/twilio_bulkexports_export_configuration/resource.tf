# A file with the messages of each day, and a request to the webhook when it is ready.
resource "twilio_bulkexports_export_configuration" "messages" {
  resource_type  = "Messages"
  enabled        = true
  webhook_url    = "https://warehouse.example.com/twilio/messages"
  webhook_method = "POST"
}
