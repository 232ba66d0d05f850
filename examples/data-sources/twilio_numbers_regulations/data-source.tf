# What Germany wants to know before a business gets a local number.
data "twilio_numbers_regulations" "germany" {
  iso_country   = "DE"
  number_type   = "local"
  end_user_type = "business"
}

output "german_regulations" {
  value = data.twilio_numbers_regulations.germany.items[*].friendly_name
}
