resource "twilio_api_sip_domain" "pbx" {
  domain_name   = "acme-pbx-mapped.sip.twilio.com"
  friendly_name = "Acme PBX"
}

resource "twilio_api_sip_credential_list" "desk_phones" {
  friendly_name = "Desk phones"
}

# The older form of twilio_api_sip_auth_calls_credential_list_mapping.
resource "twilio_api_sip_credential_list_mapping" "desk_phones" {
  domain_sid          = twilio_api_sip_domain.pbx.sid
  credential_list_sid = twilio_api_sip_credential_list.desk_phones.sid
}
