resource "twilio_trunking_trunk" "pbx" {
  friendly_name = "PBX"
}

resource "twilio_api_incoming_phone_number" "reception" {
  area_code = "415"
}

resource "twilio_trunking_phone_number" "reception" {
  trunk_sid        = twilio_trunking_trunk.pbx.sid
  phone_number_sid = twilio_api_incoming_phone_number.reception.sid
}
