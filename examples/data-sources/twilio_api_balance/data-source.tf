# What is left on the account.
data "twilio_api_balance" "account" {}

output "balance" {
  value = "${data.twilio_api_balance.account.balance} ${data.twilio_api_balance.account.currency}"
}
