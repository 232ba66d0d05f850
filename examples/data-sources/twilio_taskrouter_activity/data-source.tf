data "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Flex Task Assignment"
}

# The activity that Flex gives to whoever signs out.
data "twilio_taskrouter_activity" "offline" {
  workspace_sid = data.twilio_taskrouter_workspace.desk.sid
  friendly_name = "Offline"
}

output "offline_activity_sid" {
  value = data.twilio_taskrouter_activity.offline.sid
}
