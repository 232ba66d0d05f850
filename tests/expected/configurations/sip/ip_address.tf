variable "account_sid" {
  type = string
}

variable "friendly_name" {
  type = string
}

variable "ip_address" {
  type = string
}

variable "cidr_prefix_length" {
  type    = number
  default = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_api_sip_ip_access_control_list" "list" {
  account_sid   = var.account_sid
  friendly_name = var.friendly_name
}

resource "twilio_api_sip_ip_address" "address" {
  account_sid                = twilio_api_sip_ip_access_control_list.list.account_sid
  ip_access_control_list_sid = twilio_api_sip_ip_access_control_list.list.sid
  friendly_name              = var.friendly_name
  ip_address                 = var.ip_address
  cidr_prefix_length         = var.cidr_prefix_length
}

data "twilio_api_sip_ip_address" "address" {
  count                      = var.read ? 1 : 0
  account_sid                = twilio_api_sip_ip_address.address.account_sid
  ip_access_control_list_sid = twilio_api_sip_ip_address.address.ip_access_control_list_sid
  sid                        = twilio_api_sip_ip_address.address.sid
}

data "twilio_api_sip_ip_addresses" "addresses" {
  count                      = var.read ? 1 : 0
  account_sid                = twilio_api_sip_ip_address.address.account_sid
  ip_access_control_list_sid = twilio_api_sip_ip_address.address.ip_access_control_list_sid
}
