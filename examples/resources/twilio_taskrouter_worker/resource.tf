resource "twilio_taskrouter_workspace" "desk" {
  friendly_name = "Support desk"
}

resource "twilio_taskrouter_worker" "ada" {
  workspace_sid = twilio_taskrouter_workspace.desk.sid
  friendly_name = "ada"

  attributes = jsonencode({
    languages   = ["en", "es"]
    contact_uri = "client:ada"
  })
}
