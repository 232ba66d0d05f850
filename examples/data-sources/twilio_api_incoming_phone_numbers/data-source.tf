# Every number of the account, whoever bought it.
data "twilio_api_incoming_phone_numbers" "all" {}

output "phone_numbers" {
  value = { for number in data.twilio_api_incoming_phone_numbers.all.items : number.phone_number => number.sid }
}
