# Toll-free numbers on sale that spell something.
data "twilio_api_available_phone_numbers_toll_free" "vanity" {
  country_code = "US"
  contains     = "+1800*******"
  sms_enabled  = true
}

output "toll_free_numbers_on_sale" {
  value = data.twilio_api_available_phone_numbers_toll_free.vanity.items[*].phone_number
}
