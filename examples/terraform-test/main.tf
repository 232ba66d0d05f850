# A support desk: who may be asked, how long they may take, and where the notes of a conversation are kept.
# `./test` beside this file runs tests/desk.tftest.hcl on a local Twilio; the real one is never called.

variable "name" {
  type        = string
  description = "What the desk is called."

  validation {
    condition     = length(var.name) > 0
    error_message = "A desk has a name."
  }
}

variable "reservation_seconds" {
  type        = number
  description = "How long an agent may think about a task."
  default     = 60
}

resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = var.name
}

resource "twilio_taskrouter_activity" "lunch" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  friendly_name = "Lunch"
  available     = false
}

resource "twilio_taskrouter_task_queue" "everybody" {
  workspace_sid  = twilio_taskrouter_workspace.desk.sid
  friendly_name  = "${var.name}: everybody"
  target_workers = "1==1"
}

resource "twilio_taskrouter_workflow" "first_come" {
  workspace_sid            = twilio_taskrouter_workspace.desk.sid
  friendly_name            = "${var.name}: first come, first served"
  task_reservation_timeout = var.reservation_seconds

  configuration = jsonencode({
    task_routing = {
      default_filter = { queue = twilio_taskrouter_task_queue.everybody.sid }
    }
  })
}

resource "twilio_sync_service" "notes" {
  friendly_name = "${var.name}: notes"
}

output "workspace_sid" {
  value = twilio_taskrouter_workspace.desk.sid
}

output "workflow_sid" {
  value = twilio_taskrouter_workflow.first_come.sid
}
