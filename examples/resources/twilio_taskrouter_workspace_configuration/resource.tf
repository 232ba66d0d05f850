resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Support desk"
}

resource "twilio_taskrouter_activity" "training" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  friendly_name = "Training"
  available     = false
}

# The workspace cannot name its own activities, which do not exist before it does: this resource does it afterwards.
resource "twilio_taskrouter_workspace_configuration" "desk" {
  workspace_sid        = twilio_taskrouter_workspace.desk.sid
  default_activity_sid = twilio_taskrouter_activity.training.sid
  timeout_activity_sid = twilio_taskrouter_activity.training.sid

  # Twilio deletes no activity that is a default: put back what was before when the resource is destroyed.
  reset_on_destroy = true
}
