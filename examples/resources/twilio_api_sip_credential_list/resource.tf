resource "twilio_api_sip_credential_list" "desk_phones" {
  friendly_name = "Desk phones"
}
