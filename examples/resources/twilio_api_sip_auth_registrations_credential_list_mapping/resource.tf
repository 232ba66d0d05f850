resource "twilio_api_sip_domain" "pbx" {
  domain_name      = "acme-pbx-phones.sip.twilio.com"
  friendly_name    = "Acme PBX"
  sip_registration = true
}

resource "twilio_api_sip_credential_list" "desk_phones" {
  friendly_name = "Desk phones"
}

# Who may register with the domain, so that calls reach their phone.
resource "twilio_api_sip_auth_registrations_credential_list_mapping" "desk_phones" {
  domain_sid          = twilio_api_sip_domain.pbx.sid
  credential_list_sid = twilio_api_sip_credential_list.desk_phones.sid
}
