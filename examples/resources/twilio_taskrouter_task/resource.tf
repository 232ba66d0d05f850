resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Support desk"
}

resource "twilio_taskrouter_task_queue" "everybody" {
  workspace_sid  = twilio_taskrouter_workspace.desk.sid
  friendly_name  = "Everybody"
  target_workers = "1==1"
}

resource "twilio_taskrouter_workflow" "first_come" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  friendly_name = "First come, first served"

  configuration = jsonencode({
    task_routing = {
      default_filter = { queue = twilio_taskrouter_task_queue.everybody.sid }
    }
  })
}

resource "twilio_taskrouter_task" "call_back" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  workflow_sid  = twilio_taskrouter_workflow.first_come.sid
  attributes    = jsonencode({ type = "callback", phone_number = "+14155550100" })
  priority      = 10
  timeout       = 3600
}
