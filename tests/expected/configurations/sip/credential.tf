variable "account_sid" {
  type = string
}

variable "friendly_name" {
  type = string
}

variable "username" {
  type = string
}

variable "password" {
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

resource "twilio_api_sip_credential" "credential" {
  account_sid         = twilio_api_sip_credential_list.credential_list.account_sid
  credential_list_sid = twilio_api_sip_credential_list.credential_list.sid
  username            = var.username
  password            = var.password
}

data "twilio_api_sip_credential" "credential" {
  count               = var.read ? 1 : 0
  account_sid         = twilio_api_sip_credential.credential.account_sid
  credential_list_sid = twilio_api_sip_credential.credential.credential_list_sid
  sid                 = twilio_api_sip_credential.credential.sid
}

data "twilio_api_sip_credentials" "credentials" {
  count               = var.read ? 1 : 0
  account_sid         = twilio_api_sip_credential.credential.account_sid
  credential_list_sid = twilio_api_sip_credential.credential.credential_list_sid
}
