# Flex makes its own workspace, whose SID nobody knows beforehand.
data "twilio_taskrouter_workspace" "flex" {
  friendly_name = "Flex Task Assignment"
}

output "flex_workspace_sid" {
  value = data.twilio_taskrouter_workspace.flex.sid
}
