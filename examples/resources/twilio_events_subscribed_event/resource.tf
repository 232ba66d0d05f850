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
  types       = [jsonencode({ type = "com.twilio.messaging.message.sent", schema_version = 1 })]
}

# One more type of event for a subscription that exists.
resource "twilio_events_subscribed_event" "delivered" {
  subscription_sid = twilio_events_subscription.messages.sid
  type             = "com.twilio.messaging.message.delivered"
  schema_version   = 1
}
