resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Support desk"
}

resource "twilio_taskrouter_worker" "ada" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  friendly_name = "ada"
}

# TaskRouter makes one channel per worker and kind of work; this finds the one for chats.
data "twilio_taskrouter_worker_channels" "ada" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  worker_sid    = twilio_taskrouter_worker.ada.sid
}

# Ada takes three chats at a time.
resource "twilio_taskrouter_worker_channel" "ada_chats" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  worker_sid    = twilio_taskrouter_worker.ada.sid
  capacity      = 3
  available     = true

  sid = one([
    for channel in data.twilio_taskrouter_worker_channels.ada.items : channel.sid
    if channel.task_channel_unique_name == "chat"
  ])
}
