# What a number in Germany costs a month, by kind.
data "twilio_pricing_phone_number_country" "germany" {
  iso_country = "DE"
}

output "phone_number_prices_in_germany" {
  value = data.twilio_pricing_phone_number_country.germany.phone_number_prices
}
