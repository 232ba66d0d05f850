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

# By the first version of the API; new configurations use twilio_studio_execution.
resource "twilio_studio_execution_v1" "ada" {
  flow_sid   = twilio_studio_flow.survey.sid
  to         = "+14155550100"
  from       = "+15005550006"
  parameters = jsonencode({ name = "Ada" })
}
