resource "twilio_api_address" "head_office" {
  friendly_name    = "Head office"
  customer_name    = "Acme Inc."
  street           = "101 Spear Street"
  street_secondary = "Floor 5"
  city             = "San Francisco"
  region           = "CA"
  postal_code      = "94105"
  iso_country      = "US"
}
