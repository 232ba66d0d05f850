# An account, read by its SID.
variable "sid" {}

data "twilio_api_account" "subject" {
  sid = var.sid
}
