resource "twilio_trunking_trunk" "pbx" {
  friendly_name = "PBX"
}

resource "twilio_api_sip_credential_list" "pbx" {
  friendly_name = "PBX"
}

resource "twilio_trunking_credential_list" "pbx" {
  trunk_sid           = twilio_trunking_trunk.pbx.sid
  credential_list_sid = twilio_api_sip_credential_list.pbx.sid
}
