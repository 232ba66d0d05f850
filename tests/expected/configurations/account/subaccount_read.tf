# A subaccount, read.
variable "friendly_name" {}

resource "twilio_api_account" "parent" {
  friendly_name = var.friendly_name
}

data "twilio_api_account" "subject" {
  sid = twilio_api_account.parent.sid
}
