resource "twilio_messaging_service" "support" {
  friendly_name = "Support"
}

resource "twilio_conversations_conversation" "order_1234" {
  unique_name           = "order-1234"
  friendly_name         = "Order 1234"
  messaging_service_sid = twilio_messaging_service.support.sid
  attributes            = jsonencode({ order = 1234 })
  timers_inactive       = "PT1H"
  timers_closed         = "P7D"
}
