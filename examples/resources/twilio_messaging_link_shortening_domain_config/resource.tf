# The domain is added in the Console, which shows its SID.
resource "twilio_messaging_link_shortening_domain_config" "go" {
  domain_sid          = "DN0123456789abcdef0123456789abcdef"
  callback_url        = "https://example.com/clicks"
  fallback_url        = "https://example.com/"
  continue_on_failure = true
}
