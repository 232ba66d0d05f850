resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Support desk"
}

resource "twilio_taskrouter_task_queue" "spanish" {
  workspace_sid  = twilio_taskrouter_workspace.desk.sid
  friendly_name  = "Spanish"
  target_workers = "languages HAS \"es\""
}

resource "twilio_taskrouter_task_queue" "everybody" {
  workspace_sid  = twilio_taskrouter_workspace.desk.sid
  friendly_name  = "Everybody"
  target_workers = "1==1"
}

# Who writes in Spanish waits a minute for somebody who speaks it, and then goes to everybody.
resource "twilio_taskrouter_workflow" "by_language" {
  workspace_sid            = twilio_taskrouter_workspace.desk.sid
  friendly_name            = "By language"
  assignment_callback_url  = "https://desk.example.com/assignments"
  task_reservation_timeout = 30

  configuration = jsonencode({
    task_routing = {
      filters = [{
        filter_friendly_name = "Spanish"
        expression           = "language == \"es\""
        targets = [
          { queue = twilio_taskrouter_task_queue.spanish.sid, timeout = 60 },
          { queue = twilio_taskrouter_task_queue.everybody.sid },
        ]
      }]
      default_filter = { queue = twilio_taskrouter_task_queue.everybody.sid }
    }
  })
}
