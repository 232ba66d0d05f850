# Flex has made the chat service itself, and what else it needs: its configuration knows the SIDs.
data "twilio_flex_configuration" "flex" {}

resource "twilio_studio_flow" "welcome" {
  friendly_name = "Welcome web visitors"
  status        = "published"

  definition = jsonencode({
    description   = "Hands every visitor to an agent."
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

resource "twilio_flex_flow" "web" {
  friendly_name        = "Web chat"
  channel_type         = "web"
  chat_service_sid     = data.twilio_flex_configuration.flex.chat_service_instance_sid
  integration_type     = "studio"
  integration_flow_sid = twilio_studio_flow.welcome.sid
  janitor_enabled      = true
}
