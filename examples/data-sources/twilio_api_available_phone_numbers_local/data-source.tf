# Numbers on sale in San Francisco that can send text messages. What is on sale changes: do not put one of these
# numbers into a resource, let `search` of twilio_api_incoming_phone_number choose one once.
data "twilio_api_available_phone_numbers_local" "san_francisco" {
  country_code = "US"
  area_code    = 415
  sms_enabled  = true
}

output "numbers_on_sale" {
  value = data.twilio_api_available_phone_numbers_local.san_francisco.items[*].phone_number
}
