variable "friendly_name" {
  type = string
}

variable "default_activity" {
  type    = string
  default = null
}

variable "timeout_activity" {
  type    = string
  default = null
}

variable "activity_available" {
  type    = bool
  default = null
}

resource "twilio_taskrouter_workspace" "workspace" {
  friendly_name          = var.friendly_name
  multi_task_enabled     = true
  prioritize_queue_order = "FIFO"
}

resource "twilio_taskrouter_activity" "activity" {
  count         = var.activity_available == null ? 0 : 1
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  available     = var.activity_available
}

data "twilio_taskrouter_activities" "offline" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = "Offline"
}

locals {
  activities = {
    "own"     = one(twilio_taskrouter_activity.activity[*].sid)
    "offline" = data.twilio_taskrouter_activities.offline.items[0].sid
  }
}

resource "twilio_taskrouter_workspace_configuration" "configuration" {
  workspace_sid        = twilio_taskrouter_workspace.workspace.sid
  default_activity_sid = var.default_activity == null ? null : local.activities[var.default_activity]
  timeout_activity_sid = var.timeout_activity == null ? null : local.activities[var.timeout_activity]
}
