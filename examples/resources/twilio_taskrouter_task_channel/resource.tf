resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Support desk"
}

# A kind of work; how much of it a worker takes at a time is the worker's channel.
resource "twilio_taskrouter_task_channel" "email" {
  workspace_sid             = twilio_taskrouter_workspace.desk.sid
  friendly_name             = "E-mail"
  unique_name               = "email"
  channel_optimized_routing = true
}
