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

# The first version of an execution; new configurations use twilio_studio_execution.
resource "twilio_studio_engagement" "ada" {
  flow_sid   = twilio_studio_flow.survey.sid
  to         = "+14155550100"
  from       = "+15005550006"
  parameters = jsonencode({ name = "Ada" })
}
