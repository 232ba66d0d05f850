resource "twilio_studio_flow" "welcome" {
  friendly_name = "Welcome"
  status        = "draft"

  definition = jsonencode({
    description   = "Nothing yet."
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

# Who gets the draft where everybody else gets the published flow.
resource "twilio_studio_flow_test_users" "welcome" {
  sid        = twilio_studio_flow.welcome.sid
  test_users = ["+14155550100", "+14155550123"]
}
