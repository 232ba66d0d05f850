# Mobile networks in Norway, for a network access profile.
data "twilio_supersim_networks" "norway" {
  iso_country = "NO"
}

output "networks_in_norway" {
  value = data.twilio_supersim_networks.norway.items[*].friendly_name
}
