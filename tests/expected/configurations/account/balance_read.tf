# What the account has left.
variable "account_sid" {}

data "twilio_api_balance" "subject" {
  account_sid = var.account_sid
}
