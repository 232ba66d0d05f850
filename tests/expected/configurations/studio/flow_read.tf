# A Studio flow, read.
variable "friendly_name" {}
variable "status" {}
variable "commit_message" { default = null }

resource "twilio_studio_flow" "parent" {
  friendly_name  = var.friendly_name
  status         = var.status
  commit_message = var.commit_message
  definition = jsonencode({
    description   = "A flow that only begins"
    flags         = { allow_concurrent_calls = true }
    initial_state = "Trigger"
    states = [{
      name        = "Trigger"
      type        = "trigger"
      properties  = { offset = { x = 0, y = 0 } }
      transitions = []
    }]
  })
}

data "twilio_studio_flow" "subject" {
  sid = twilio_studio_flow.parent.sid
}
