# A key that signs access tokens but cannot call the API.
resource "twilio_api_signing_key" "access_tokens" {
  friendly_name = "Signs access tokens"
}
