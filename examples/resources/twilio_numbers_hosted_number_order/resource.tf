resource "twilio_api_address" "head_office" {
  customer_name = "Acme Inc."
  street        = "101 Spear Street"
  city          = "San Francisco"
  region        = "CA"
  postal_code   = "94105"
  iso_country   = "US"
}

# Texts to a number that stays with another carrier.
resource "twilio_numbers_hosted_number_order" "front_desk" {
  friendly_name        = "Front desk"
  phone_number         = "+14155550100"
  address_sid          = twilio_api_address.head_office.sid
  email                = "ada@example.com"
  contact_title        = "Head of operations"
  contact_phone_number = "+14155550123"
  sms_capability       = true
  sms_url              = "https://front-desk.example.com/sms"
}
