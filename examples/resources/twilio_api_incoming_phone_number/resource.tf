resource "twilio_api_application" "hotline" {
  friendly_name = "Hotline"
  voice_url     = "https://hotline.example.com/voice"
}

# Buys the first number on sale in San Francisco that takes calls and texts. The search is made once, when the number is
# bought. `phone_number` names a number instead, also one that the account owns already.
resource "twilio_api_incoming_phone_number" "hotline" {
  friendly_name         = "Hotline"
  voice_application_sid = twilio_api_application.hotline.sid
  sms_url               = "https://hotline.example.com/sms"

  search = {
    iso_country  = "US"
    type         = "local"
    area_code    = "415"
    capabilities = ["voice", "sms"]
  }

  # A number that is given back may be sold to somebody else: with false it stays in the account.
  release_on_destroy = true
}
