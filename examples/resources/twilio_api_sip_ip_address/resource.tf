locals {
  offices = {
    "Berlin" = "203.0.113.10"
    "Oslo"   = "198.51.100.20"
  }
}

resource "twilio_api_sip_ip_access_control_list" "offices" {
  friendly_name = "Offices"
}

resource "twilio_api_sip_ip_address" "office" {
  for_each = local.offices

  ip_access_control_list_sid = twilio_api_sip_ip_access_control_list.offices.sid
  friendly_name              = each.key
  ip_address                 = each.value
  cidr_prefix_length         = 32
}
