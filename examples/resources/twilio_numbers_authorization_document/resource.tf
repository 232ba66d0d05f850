resource "twilio_api_address" "head_office" {
  customer_name = "Acme Inc."
  street        = "101 Spear Street"
  city          = "San Francisco"
  region        = "CA"
  postal_code   = "94105"
  iso_country   = "US"
}

resource "twilio_numbers_hosted_number_order" "front_desk" {
  phone_number         = "+14155550100"
  address_sid          = twilio_api_address.head_office.sid
  email                = "ada@example.com"
  contact_phone_number = "+14155550123"
  sms_capability       = true
}

# The letter of authorization goes to this address, to be signed.
resource "twilio_numbers_authorization_document" "front_desk" {
  address_sid              = twilio_api_address.head_office.sid
  hosted_number_order_sids = [twilio_numbers_hosted_number_order.front_desk.sid]
  email                    = "ada@example.com"
  contact_title            = "Head of operations"
  contact_phone_number     = "+14155550123"
  cc_emails                = ["telecoms@example.com"]
}
