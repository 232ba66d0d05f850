resource "twilio_wireless_rate_plan" "trackers" {
  unique_name  = "trackers"
  data_enabled = true
}

# SIM cards come by post: Terraform takes one over by its SID.
resource "twilio_wireless_sim" "tracker_7" {
  sid           = "DE0123456789abcdef0123456789abcdef"
  unique_name   = "tracker-7"
  friendly_name = "Tracker 7"
  rate_plan     = twilio_wireless_rate_plan.trackers.sid
  status        = "active"
}
