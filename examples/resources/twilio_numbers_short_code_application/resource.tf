resource "twilio_numbers_short_code_application" "votes" {
  friendly_name = "Votes by text"
  iso_country   = "US"

  business_information = jsonencode({
    customer_facing_profile = "BU0123456789abcdef0123456789abcdef"
  })

  setup = jsonencode({
    charges_apply = false
  })
}
