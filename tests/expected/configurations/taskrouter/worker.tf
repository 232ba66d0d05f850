variable "friendly_name" {
  type = string
}

variable "activity" {
  type    = bool
  default = false
}

variable "activity_of" {
  description = "own, workspace, or null: no argument."
  type        = string
  default     = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_taskrouter_workspace" "workspace" {
  friendly_name          = var.friendly_name
  multi_task_enabled     = true
  prioritize_queue_order = "FIFO"
}

resource "twilio_taskrouter_activity" "activity" {
  count         = var.activity ? 1 : 0
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  available     = false
}

resource "twilio_taskrouter_worker" "worker" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  activity_sid  = var.activity_of == null ? null : (var.activity_of == "own" ? twilio_taskrouter_activity.activity[0].sid : twilio_taskrouter_workspace.workspace.default_activity_sid)
}

data "twilio_taskrouter_worker" "worker" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_worker.worker.workspace_sid
  sid           = twilio_taskrouter_worker.worker.sid
}
