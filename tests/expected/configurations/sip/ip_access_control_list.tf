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

resource "twilio_api_sip_ip_access_control_list" "list" {
  account_sid   = var.account_sid
  friendly_name = var.friendly_name
}

data "twilio_api_sip_ip_access_control_list" "list" {
  count       = var.read ? 1 : 0
  account_sid = twilio_api_sip_ip_access_control_list.list.account_sid
  sid         = twilio_api_sip_ip_access_control_list.list.sid
}
