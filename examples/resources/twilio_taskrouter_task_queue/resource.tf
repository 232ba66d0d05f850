resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Support desk"
}

resource "twilio_taskrouter_activity" "busy" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  friendly_name = "Busy"
  available     = false
}

resource "twilio_taskrouter_task_queue" "spanish" {
  workspace_sid           = twilio_taskrouter_workspace.desk.sid
  friendly_name           = "Spanish"
  target_workers          = "languages HAS \"es\""
  task_order              = "FIFO"
  max_reserved_workers    = 1
  assignment_activity_sid = twilio_taskrouter_activity.busy.sid
}
