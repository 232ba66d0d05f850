# Where events go. Twilio asks the webhook once whether it wants them.
resource "twilio_events_sink" "warehouse" {
  description = "Data warehouse"
  sink_type   = "webhook"

  sink_configuration = jsonencode({
    destination  = "https://warehouse.example.com/twilio/events"
    method       = "POST"
    batch_events = true
  })
}
