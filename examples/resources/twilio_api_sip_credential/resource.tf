variable "desk_phone_password" {
  description = "At least 12 characters, with a digit, a small and a capital letter."
  type        = string
  sensitive   = true
}

resource "twilio_api_sip_credential_list" "desk_phones" {
  friendly_name = "Desk phones"
}

resource "twilio_api_sip_credential" "reception" {
  credential_list_sid = twilio_api_sip_credential_list.desk_phones.sid
  username            = "reception"
  password            = var.desk_phone_password
}
