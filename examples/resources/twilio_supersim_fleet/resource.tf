data "twilio_supersim_networks" "norway" {
  iso_country = "NO"
}

resource "twilio_supersim_network_access_profile" "norway" {
  unique_name = "norway"
  networks    = data.twilio_supersim_networks.norway.items[*].sid
}

resource "twilio_supersim_fleet" "trackers" {
  unique_name            = "trackers"
  network_access_profile = twilio_supersim_network_access_profile.norway.sid
  data_enabled           = true
  data_limit             = 250
  sms_commands_enabled   = true
  sms_commands_url       = "https://devices.example.com/sms"
}
