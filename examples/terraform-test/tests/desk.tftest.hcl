variables {
  name = "Support"
}

run "a_desk_is_made" {
  assert {
    condition     = startswith(output.workspace_sid, "WS")
    error_message = "A workspace's SID begins with WS."
  }

  assert {
    condition     = twilio_taskrouter_task_queue.everybody.friendly_name == "Support: everybody"
    error_message = "The queue is named after the desk."
  }

  assert {
    condition     = jsondecode(twilio_taskrouter_workflow.first_come.configuration).task_routing.default_filter.queue == twilio_taskrouter_task_queue.everybody.sid
    error_message = "Tasks go to the queue of everybody."
  }
}

run "a_new_name_changes_the_desk_and_replaces_nothing" {
  variables {
    name                = "Service"
    reservation_seconds = 90
    made_workspace_sid  = run.a_desk_is_made.workspace_sid
    made_workflow_sid   = run.a_desk_is_made.workflow_sid
  }

  assert {
    condition     = output.workspace_sid == var.made_workspace_sid && output.workflow_sid == var.made_workflow_sid
    error_message = "Renaming must not replace the workspace: every task in it would be lost."
  }

  assert {
    condition     = twilio_taskrouter_workflow.first_come.task_reservation_timeout == 90
    error_message = "The workflow takes over the new time."
  }
}

run "a_desk_without_a_name_is_refused" {
  command = plan

  variables {
    name = ""
  }

  expect_failures = [var.name]
}
