resource "twilio_studio_flow" "survey" {
  friendly_name = "Survey"
  status        = "published"

  definition = jsonencode({
    description   = "Asks one question."
    initial_state = "Trigger"
    flags         = { allow_concurrent_calls = true }
    states = [{
      name        = "Trigger"
      type        = "trigger"
      properties  = { offset = { x = 0, y = 0 } }
      transitions = [{ event = "incomingMessage" }, { event = "incomingCall" }, { event = "incomingRequest" }]
    }]
  })
}

# The flow runs when the resource is created, once; destroying the resource deletes the record of it.
resource "twilio_studio_execution" "ada" {
  flow_sid   = twilio_studio_flow.survey.sid
  to         = "+14155550100"
  from       = "+15005550006"
  parameters = jsonencode({ name = "Ada" })
}
