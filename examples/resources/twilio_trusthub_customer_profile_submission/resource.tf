resource "twilio_trusthub_customer_profile" "acme" {
  friendly_name = "Acme Inc."
  email         = "compliance@example.com"
  policy_sid    = "RNdfbf3fae0e1107f8aded0e7cead80bf5" # secondary customer profile of a business
}

resource "twilio_trusthub_end_user" "acme" {
  friendly_name = "Acme Inc."
  type          = "customer_profile_business_information"

  attributes = jsonencode({
    business_name                    = "Acme Inc."
    business_type                    = "Corporation"
    business_industry                = "TRANSPORTATION"
    business_identity                = "direct_customer"
    business_registration_identifier = "EIN"
    business_registration_number     = "12-3456789"
    business_regions_of_operation    = "USA_AND_CANADA"
    website_url                      = "https://www.example.com"
  })
}

resource "twilio_trusthub_customer_profile_entity_assignment" "acme" {
  customer_profile_sid = twilio_trusthub_customer_profile.acme.sid
  object_sid           = twilio_trusthub_end_user.acme.sid
}

# A profile can be submitted once everything is in it: depends_on names every assignment.
resource "twilio_trusthub_customer_profile_submission" "acme" {
  customer_profile_sid = twilio_trusthub_customer_profile.acme.sid
  status               = "pending-review"
  wait_for             = "twilio-approved"
  depends_on           = [twilio_trusthub_customer_profile_entity_assignment.acme]

  timeouts = {
    create = "72h"
  }
}
