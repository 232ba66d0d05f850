resource "twilio_numbers_end_user" "acme" {
  friendly_name = "Acme GmbH"
  type          = "business"

  attributes = jsonencode({
    business_name                = "Acme GmbH"
    business_registration_number = "HRB 123456"
    business_website             = "https://www.example.com"
  })
}
