variable "friendly_name" {
  type = string
}

variable "skilled" {
  description = "The first worker has the skill that the queue asks for."
  type        = bool
  default     = false
}

variable "available" {
  type    = bool
  default = null
}

variable "first_is_available" {
  description = "Whether the first worker's activity is one in which it works; null: as `activity` says."
  type        = bool
  default     = null
}

variable "activity" {
  description = "first, second, or null: the workspace's default."
  type        = string
  default     = null
}

resource "twilio_taskrouter_workspace" "workspace" {
  friendly_name          = var.friendly_name
  multi_task_enabled     = true
  prioritize_queue_order = "FIFO"
}

resource "twilio_taskrouter_activity" "first" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  available     = var.available
}

resource "twilio_taskrouter_activity" "second" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = "${var.friendly_name}-2"
  available     = false
}

resource "twilio_taskrouter_task_queue" "skilled" {
  workspace_sid  = twilio_taskrouter_workspace.workspace.sid
  friendly_name  = var.friendly_name
  target_workers = "skills HAS 'tester'"
}

locals {
  activity = var.first_is_available == null ? var.activity : (var.first_is_available ? "first" : "second")

  activities = {
    "first"  = twilio_taskrouter_activity.first.sid
    "second" = twilio_taskrouter_activity.second.sid
  }
}

resource "twilio_taskrouter_worker" "worker" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  activity_sid  = local.activity == null ? null : local.activities[local.activity]
  attributes    = var.skilled ? jsonencode({ skills = ["tester"] }) : null
}

resource "twilio_taskrouter_worker" "second" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = "${var.friendly_name}-2"
}

data "twilio_taskrouter_workers" "all" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  depends_on    = [twilio_taskrouter_worker.worker, twilio_taskrouter_worker.second]
}

data "twilio_taskrouter_workers" "activity_name" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  activity_name = twilio_taskrouter_activity.first.friendly_name
  depends_on    = [twilio_taskrouter_worker.worker, twilio_taskrouter_worker.second]
}

data "twilio_taskrouter_workers" "activity_sid" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  activity_sid  = twilio_taskrouter_activity.first.sid
  depends_on    = [twilio_taskrouter_worker.worker, twilio_taskrouter_worker.second]
}

data "twilio_taskrouter_workers" "available" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  available     = twilio_taskrouter_activity.first.available
  depends_on    = [twilio_taskrouter_worker.worker, twilio_taskrouter_worker.second]
}

data "twilio_taskrouter_workers" "friendly_name" {
  workspace_sid = twilio_taskrouter_workspace.workspace.sid
  friendly_name = var.friendly_name
  depends_on    = [twilio_taskrouter_worker.worker, twilio_taskrouter_worker.second]
}

data "twilio_taskrouter_workers" "target_workers_expression" {
  workspace_sid             = twilio_taskrouter_workspace.workspace.sid
  target_workers_expression = twilio_taskrouter_task_queue.skilled.target_workers
  depends_on                = [twilio_taskrouter_worker.worker, twilio_taskrouter_worker.second]
}

data "twilio_taskrouter_workers" "task_queue_name" {
  workspace_sid   = twilio_taskrouter_workspace.workspace.sid
  task_queue_name = twilio_taskrouter_task_queue.skilled.friendly_name
  depends_on      = [twilio_taskrouter_worker.worker, twilio_taskrouter_worker.second]
}

data "twilio_taskrouter_workers" "task_queue_sid" {
  workspace_sid  = twilio_taskrouter_workspace.workspace.sid
  task_queue_sid = twilio_taskrouter_task_queue.skilled.sid
  depends_on     = [twilio_taskrouter_worker.worker, twilio_taskrouter_worker.second]
}
