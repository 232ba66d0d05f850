# Whether a number is a mobile phone; each kind of answer in `fields` is billed.
data "twilio_lookups_phone_number" "on_call" {
  phone_number = "+14155550100"
  fields       = "line_type_intelligence"
}

output "on_call_phone_is_valid" {
  value = data.twilio_lookups_phone_number.on_call.valid
}
