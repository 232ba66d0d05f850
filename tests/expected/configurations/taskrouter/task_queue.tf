variable "friendly_name" {
  type = string
}

variable "max_reserved_workers" {
  type    = number
  default = null
}

variable "target_workers" {
  type    = string
  default = null
}

variable "task_order" {
  type    = string
  default = null
}

variable "activity" {
  type    = bool
  default = false
}

variable "assign" {
  type    = bool
  default = false
}

variable "reserve" {
  type    = bool
  default = false
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

resource "twilio_taskrouter_task_queue" "task_queue" {
  workspace_sid            = twilio_taskrouter_workspace.workspace.sid
  friendly_name            = var.friendly_name
  max_reserved_workers     = var.max_reserved_workers
  target_workers           = var.target_workers
  task_order               = var.task_order
  assignment_activity_sid  = var.assign ? twilio_taskrouter_activity.activity[0].sid : null
  reservation_activity_sid = var.reserve ? twilio_taskrouter_activity.activity[0].sid : null
}

data "twilio_taskrouter_task_queue" "task_queue" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_task_queue.task_queue.workspace_sid
  sid           = twilio_taskrouter_task_queue.task_queue.sid
}

data "twilio_taskrouter_task_queues" "task_queues" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_task_queue.task_queue.workspace_sid
}
