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
