# One place that says what happens with a call or a text; any number of phone numbers can use it.
resource "twilio_api_application" "hotline" {
  friendly_name = "Hotline"

  voice_url          = "https://hotline.example.com/voice"
  voice_method       = "POST"
  voice_fallback_url = "https://fallback.example.com/voice"
  status_callback    = "https://hotline.example.com/voice/status"

  sms_url    = "https://hotline.example.com/sms"
  sms_method = "POST"
}
