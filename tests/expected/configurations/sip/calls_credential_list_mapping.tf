variable "account_sid" {
  type = string
}

variable "friendly_name" {
  type = string
}

variable "domain_name" {
  type = string
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_api_sip_credential_list" "list" {
  account_sid   = var.account_sid
  friendly_name = var.friendly_name
}

resource "twilio_api_sip_domain" "domain" {
  account_sid = var.account_sid
  domain_name = var.domain_name
}

resource "twilio_api_sip_auth_calls_credential_list_mapping" "mapping" {
  account_sid         = twilio_api_sip_domain.domain.account_sid
  domain_sid          = twilio_api_sip_domain.domain.sid
  credential_list_sid = twilio_api_sip_credential_list.list.sid
}

data "twilio_api_sip_auth_calls_credential_list_mapping" "mapping" {
  count       = var.read ? 1 : 0
  account_sid = twilio_api_sip_auth_calls_credential_list_mapping.mapping.account_sid
  domain_sid  = twilio_api_sip_auth_calls_credential_list_mapping.mapping.domain_sid
  sid         = twilio_api_sip_auth_calls_credential_list_mapping.mapping.sid
}

data "twilio_api_sip_auth_calls_credential_list_mappings" "mappings" {
  count       = var.read ? 1 : 0
  account_sid = twilio_api_sip_auth_calls_credential_list_mapping.mapping.account_sid
  domain_sid  = twilio_api_sip_auth_calls_credential_list_mapping.mapping.domain_sid
}
