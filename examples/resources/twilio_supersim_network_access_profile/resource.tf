# Which mobile networks a fleet may use, here all those in Norway.
data "twilio_supersim_networks" "norway" {
  iso_country = "NO"
}

resource "twilio_supersim_network_access_profile" "norway" {
  unique_name = "norway"
  networks    = data.twilio_supersim_networks.norway.items[*].sid
}
