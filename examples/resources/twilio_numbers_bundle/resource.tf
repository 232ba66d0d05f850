# What a country wants to know before it lets a business have a number. Items are assigned with
# twilio_numbers_item_assignment, the whole is handed in with twilio_numbers_bundle_submission.
resource "twilio_numbers_bundle" "germany" {
  friendly_name   = "German local numbers"
  email           = "compliance@example.com"
  iso_country     = "DE"
  number_type     = "local"
  end_user_type   = "business"
  status_callback = "https://compliance.example.com/bundles"
}
