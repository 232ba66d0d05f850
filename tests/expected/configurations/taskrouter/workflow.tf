variable "friendly_name" {
  type = string
}

variable "assignment_callback_url" {
  type    = string
  default = null
}

variable "fallback_assignment_callback_url" {
  type    = string
  default = null
}

variable "task_reservation_timeout" {
  type    = number
  default = null
}

variable "second" {
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

resource "twilio_taskrouter_task_queue" "task_queue" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
}

locals {
  configuration = jsonencode({
    task_routing = {
      filters        = []
      default_filter = { queue = twilio_taskrouter_task_queue.task_queue.sid }
    }
  })
}

resource "twilio_taskrouter_workflow" "workflow" {
  workspace_sid                    = twilio_taskrouter_workspace.workspace.sid
  friendly_name                    = var.friendly_name
  configuration                    = local.configuration
  assignment_callback_url          = var.assignment_callback_url
  fallback_assignment_callback_url = var.fallback_assignment_callback_url
  task_reservation_timeout         = var.task_reservation_timeout
}

resource "twilio_taskrouter_workflow" "second" {
  count         = var.second ? 1 : 0
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = "${var.friendly_name}-2"
  configuration = local.configuration
}

data "twilio_taskrouter_workflow" "workflow" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_workflow.workflow.workspace_sid
  sid           = twilio_taskrouter_workflow.workflow.sid
}

data "twilio_taskrouter_workflows" "all" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_workflow.workflow.workspace_sid
  depends_on    = [twilio_taskrouter_workflow.second]
}

data "twilio_taskrouter_workflows" "named" {
  count         = var.read ? 1 : 0
  workspace_sid = twilio_taskrouter_workflow.workflow.workspace_sid
  friendly_name = var.friendly_name
  depends_on    = [twilio_taskrouter_workflow.second]
}
