resource "twilio_intelligence_service" "calls" {
  unique_name   = "calls"
  friendly_name = "Calls"
}

resource "twilio_intelligence_custom_operator" "promises" {
  friendly_name = "Promises"
  operator_type = "GenerateJSON"
  config        = jsonencode({ prompt = "List what the agent promised, and until when." })
}

# The operator runs on every transcript of the service.
resource "twilio_intelligence_operator_attachment" "promises" {
  service_sid  = twilio_intelligence_service.calls.sid
  operator_sid = twilio_intelligence_custom_operator.promises.sid
}
