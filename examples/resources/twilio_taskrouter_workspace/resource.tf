resource "twilio_taskrouter_workspace" "desk" {
  friendly_name          = "Support desk"
  event_callback_url     = "https://desk.example.com/events"
  events_filter          = "task.created,task.completed,task.canceled"
  multi_task_enabled     = true
  prioritize_queue_order = "FIFO"
}
