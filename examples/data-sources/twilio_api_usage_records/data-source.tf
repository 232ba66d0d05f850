# What text messages cost in January.
data "twilio_api_usage_records" "messages" {
  category   = "sms"
  start_date = "2026-01-01"
  end_date   = "2026-01-31"
}

output "price_of_messages" {
  value = sum(concat([0], data.twilio_api_usage_records.messages.items[*].price))
}
