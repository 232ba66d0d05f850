# Items are assigned with twilio_trusthub_customer_profile_entity_assignment, the whole is handed in with
# twilio_trusthub_customer_profile_submission.
resource "twilio_trusthub_customer_profile" "acme" {
  friendly_name   = "Acme Inc."
  email           = "compliance@example.com"
  policy_sid      = "RNdfbf3fae0e1107f8aded0e7cead80bf5" # secondary customer profile of a business
  status_callback = "https://compliance.example.com/profiles"
}
