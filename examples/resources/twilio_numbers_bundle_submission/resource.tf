resource "twilio_numbers_bundle" "germany" {
  friendly_name = "German local numbers"
  email         = "compliance@example.com"
  iso_country   = "DE"
  number_type   = "local"
  end_user_type = "business"
}

resource "twilio_numbers_end_user" "acme" {
  friendly_name = "Acme GmbH"
  type          = "business"
  attributes    = jsonencode({ business_name = "Acme GmbH" })
}

resource "twilio_numbers_item_assignment" "acme" {
  bundle_sid = twilio_numbers_bundle.germany.sid
  object_sid = twilio_numbers_end_user.acme.sid
}

# A bundle can be submitted once everything is in it: depends_on names every assignment.
resource "twilio_numbers_bundle_submission" "germany" {
  bundle_sid = twilio_numbers_bundle.germany.sid
  status     = "pending-review"
  depends_on = [twilio_numbers_item_assignment.acme]
}

# What comes after it can ask for the bundle by the submission, and so is done after it.
output "submitted_bundle_sid" {
  value = twilio_numbers_bundle_submission.germany.bundle_sid
}
