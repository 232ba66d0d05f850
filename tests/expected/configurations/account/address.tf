# An address of the account.
variable "account_sid" {}
variable "customer_name" {}
variable "street" {}
variable "city" {}
variable "region" {}
variable "postal_code" {}
variable "iso_country" {}
variable "street_secondary" { default = null }
variable "friendly_name" { default = null }

resource "twilio_api_address" "subject" {
  account_sid      = var.account_sid
  customer_name    = var.customer_name
  street           = var.street
  city             = var.city
  region           = var.region
  postal_code      = var.postal_code
  iso_country      = var.iso_country
  street_secondary = var.street_secondary
  friendly_name    = var.friendly_name
}
