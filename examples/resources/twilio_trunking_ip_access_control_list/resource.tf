resource "twilio_trunking_trunk" "pbx" {
  friendly_name = "PBX"
}

resource "twilio_api_sip_ip_access_control_list" "offices" {
  friendly_name = "Offices"
}

resource "twilio_trunking_ip_access_control_list" "offices" {
  trunk_sid                  = twilio_trunking_trunk.pbx.sid
  ip_access_control_list_sid = twilio_api_sip_ip_access_control_list.offices.sid
}
