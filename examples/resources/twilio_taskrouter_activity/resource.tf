resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Support desk"
}

resource "twilio_taskrouter_activity" "lunch" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  friendly_name = "Lunch"
  available     = false
}
