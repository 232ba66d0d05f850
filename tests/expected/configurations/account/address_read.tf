# An address of the account, read.
variable "account_sid" {}
variable "customer_name" {}
variable "street" {}
variable "city" {}
variable "region" {}
variable "postal_code" {}
variable "iso_country" {}

resource "twilio_api_address" "parent" {
  account_sid   = var.account_sid
  customer_name = var.customer_name
  street        = var.street
  city          = var.city
  region        = var.region
  postal_code   = var.postal_code
  iso_country   = var.iso_country
}

data "twilio_api_address" "subject" {
  account_sid = twilio_api_address.parent.account_sid
  sid         = twilio_api_address.parent.sid
}
