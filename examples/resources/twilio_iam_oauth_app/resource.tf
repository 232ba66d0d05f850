resource "twilio_iam_oauth_app" "dashboard" {
  friendly_name    = "Dashboard"
  description      = "Reads usage, once an hour."
  type             = "oauth"
  access_token_ttl = 3600
}
