resource "twilio_api_address" "head_office" {
  customer_name = "Acme Inc."
  street        = "101 Spear Street"
  city          = "San Francisco"
  region        = "CA"
  postal_code   = "94105"
  iso_country   = "US"
}

# An address counts as a document. With `source` a file would be uploaded instead.
resource "twilio_trusthub_supporting_document" "head_office" {
  friendly_name = "Head office"
  type          = "customer_profile_address"
  attributes    = jsonencode({ address_sids = twilio_api_address.head_office.sid })
}
