# A number that the account owns already: what Terraform should use, but not manage.
data "twilio_api_incoming_phone_number" "hotline" {
  phone_number = "+14155550100"
}

output "hotline_sid" {
  value = data.twilio_api_incoming_phone_number.hotline.sid
}
