# A subaccount.
variable "friendly_name" { default = null }
variable "status" { default = null }

resource "twilio_api_account" "subject" {
  friendly_name = var.friendly_name
  status        = var.status
}
