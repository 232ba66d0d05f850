# A Studio flow of nothing but its trigger.
variable "friendly_name" {}
variable "status" {}
variable "commit_message" { default = null }
variable "validate" { default = null }
variable "events" { default = [] }

resource "twilio_studio_flow" "subject" {
  friendly_name  = var.friendly_name
  status         = var.status
  commit_message = var.commit_message
  validate       = var.validate
  definition = jsonencode({
    description   = "A flow that only begins"
    flags         = { allow_concurrent_calls = true }
    initial_state = "Trigger"
    states = [{
      name        = "Trigger"
      type        = "trigger"
      properties  = { offset = { x = 0, y = 0 } }
      transitions = [for event in var.events : { event = event }]
    }]
  })
}
