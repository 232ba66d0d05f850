variable "friendly_name" {
  type = string
}

variable "unique_name" {
  type = string
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

resource "twilio_taskrouter_task_channel" "task_channel" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  unique_name   = var.unique_name
}

data "twilio_taskrouter_task_channel" "by_sid" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_task_channel.task_channel.workspace_sid
  sid           = twilio_taskrouter_task_channel.task_channel.sid
}

data "twilio_taskrouter_task_channel" "by_unique_name" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_task_channel.task_channel.workspace_sid
  sid           = twilio_taskrouter_task_channel.task_channel.unique_name
}

data "twilio_taskrouter_task_channels" "task_channels" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_task_channel.task_channel.workspace_sid
}
