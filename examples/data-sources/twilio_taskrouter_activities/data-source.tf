data "twilio_taskrouter_workspace" "support" {
  friendly_name = "Flex Task Assignment"
}

# Twilio makes the activities of a workspace itself: this finds them by name.
data "twilio_taskrouter_activities" "support" {
  workspace_sid = data.twilio_taskrouter_workspace.support.sid
}

output "activities" {
  value = { for activity in data.twilio_taskrouter_activities.support.items : activity.friendly_name => activity.sid }
}
