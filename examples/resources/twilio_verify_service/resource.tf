resource "twilio_verify_service" "app" {
  friendly_name                = "Mobile app"
  code_length                  = 6
  lookup_enabled               = true
  skip_sms_to_landlines        = true
  do_not_share_warning_enabled = true
  totp_issuer                  = "Acme"
}
