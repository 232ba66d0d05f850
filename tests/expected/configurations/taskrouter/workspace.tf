variable "friendly_name" {
  type = string
}

variable "prioritize_queue_order" {
  type    = string
  default = null
}

variable "multi_task_enabled" {
  type    = bool
  default = null
}

variable "event_callback_url" {
  type    = string
  default = null
}

variable "events_filter" {
  type    = string
  default = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_taskrouter_workspace" "workspace" {
  friendly_name          = var.friendly_name
  multi_task_enabled     = var.multi_task_enabled
  prioritize_queue_order = var.prioritize_queue_order
  event_callback_url     = var.event_callback_url
  events_filter          = var.events_filter
}

data "twilio_taskrouter_workspace" "workspace" {
  count = var.read ? 1 : 0
  sid   = twilio_taskrouter_workspace.workspace.sid
}

data "twilio_taskrouter_workspaces" "all" {
  count      = var.read ? 1 : 0
  depends_on = [twilio_taskrouter_workspace.workspace]
}

data "twilio_taskrouter_workspaces" "named" {
  count         = var.read ? 1 : 0
  friendly_name = twilio_taskrouter_workspace.workspace.friendly_name
}
