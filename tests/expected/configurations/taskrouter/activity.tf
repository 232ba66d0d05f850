variable "friendly_name" {
  type = string
}

variable "available" {
  type    = bool
  default = null
}

variable "second_available" {
  type    = bool
  default = null
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
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  available     = var.available
}

resource "twilio_taskrouter_activity" "second" {
  count         = var.second_available == null ? 0 : 1
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = "${var.friendly_name}-2"
  available     = var.second_available
}

data "twilio_taskrouter_activity" "activity" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_activity.activity.workspace_sid
  sid           = twilio_taskrouter_activity.activity.sid
}

data "twilio_taskrouter_activities" "all" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  depends_on    = [twilio_taskrouter_activity.activity, twilio_taskrouter_activity.second]
}

data "twilio_taskrouter_activities" "unavailable" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  available     = false
  depends_on    = [twilio_taskrouter_activity.activity, twilio_taskrouter_activity.second]
}

data "twilio_taskrouter_activities" "named" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  depends_on    = [twilio_taskrouter_activity.activity, twilio_taskrouter_activity.second]
}
