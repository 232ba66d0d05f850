# Subaccounts may call where this account may call.
resource "twilio_voice_dialing_permissions_settings" "account" {
  dialing_permissions_inheritance = true
}
