variable "registration_code" {
  description = "The code that came with the SIM card."
  type        = string
  sensitive   = true
}

resource "twilio_supersim_network_access_profile" "everywhere" {
  unique_name = "everywhere"
}

resource "twilio_supersim_fleet" "trackers" {
  unique_name            = "trackers"
  network_access_profile = twilio_supersim_network_access_profile.everywhere.sid
}

resource "twilio_supersim_sim" "tracker_7" {
  iccid             = "89883070000123456789"
  registration_code = var.registration_code
  unique_name       = "tracker-7"
  fleet             = twilio_supersim_fleet.trackers.sid
  status            = "active"
}
