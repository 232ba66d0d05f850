resource "twilio_events_sink" "warehouse" {
  description = "Data warehouse"
  sink_type   = "webhook"

  sink_configuration = jsonencode({
    destination  = "https://warehouse.example.com/twilio/events"
    method       = "POST"
    batch_events = true
  })
}

resource "twilio_events_subscription" "messages" {
  description = "Messages on their way"
  sink_sid    = twilio_events_sink.warehouse.sid

  types = [
    jsonencode({ type = "com.twilio.messaging.message.sent", schema_version = 1 }),
    jsonencode({ type = "com.twilio.messaging.message.failed", schema_version = 1 }),
  ]
}
