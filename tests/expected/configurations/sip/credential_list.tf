variable "account_sid" {
  type = string
}

variable "friendly_name" {
  type = string
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_api_sip_credential_list" "credential_list" {
  account_sid   = var.account_sid
  friendly_name = var.friendly_name
}

data "twilio_api_sip_credential_list" "credential_list" {
  count       = var.read ? 1 : 0
  account_sid = twilio_api_sip_credential_list.credential_list.account_sid
  sid         = twilio_api_sip_credential_list.credential_list.sid
}
