# What phone numbers cost since the first of the month.
data "twilio_api_usage_records_this_month" "phone_numbers" {
  category = "phonenumbers"
}

output "price_of_phone_numbers" {
  value = sum(concat([0], data.twilio_api_usage_records_this_month.phone_numbers.items[*].price))
}
