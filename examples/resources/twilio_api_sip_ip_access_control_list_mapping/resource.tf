resource "twilio_api_sip_domain" "pbx" {
  domain_name   = "acme-pbx-offices.sip.twilio.com"
  friendly_name = "Acme PBX"
}

resource "twilio_api_sip_ip_access_control_list" "offices" {
  friendly_name = "Offices"
}

# The older form of twilio_api_sip_auth_calls_ip_access_control_list_mapping.
resource "twilio_api_sip_ip_access_control_list_mapping" "offices" {
  domain_sid                 = twilio_api_sip_domain.pbx.sid
  ip_access_control_list_sid = twilio_api_sip_ip_access_control_list.offices.sid
}
