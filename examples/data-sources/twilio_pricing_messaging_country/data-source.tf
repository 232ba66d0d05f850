# What a text to Norway costs, by carrier.
data "twilio_pricing_messaging_country" "norway" {
  iso_country = "NO"
}

output "sms_prices_in_norway" {
  value = data.twilio_pricing_messaging_country.norway.outbound_sms_prices
}
