# What a call to Japan costs a minute, by prefix.
data "twilio_pricing_voice_country" "japan" {
  iso_country = "JP"
}

output "call_prices_in_japan" {
  value = data.twilio_pricing_voice_country.japan.outbound_prefix_prices
}
