resource "twilio_supersim_network_access_profile" "roaming" {
  unique_name = "roaming"
}

# One more network for a profile.
resource "twilio_supersim_network_access_profile_network" "roaming" {
  network_access_profile_sid = twilio_supersim_network_access_profile.roaming.sid
  network                    = "HW0123456789abcdef0123456789abcdef"
}
