# There is one per account: Terraform takes it over, and destroying only forgets it.
resource "twilio_insights_voice_settings" "account" {
  advanced_features = true
  voice_trace       = true
}
