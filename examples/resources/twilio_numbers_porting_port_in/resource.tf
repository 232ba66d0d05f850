resource "twilio_api_account" "acme" {
  friendly_name = "Acme Inc."
}

resource "twilio_api_address" "head_office" {
  customer_name = "Acme Inc."
  street        = "101 Spear Street"
  city          = "San Francisco"
  region        = "CA"
  postal_code   = "94105"
  iso_country   = "US"
}

resource "twilio_numbers_porting_port_in" "front_desk" {
  account_sid         = twilio_api_account.acme.sid
  notification_emails = ["telecoms@example.com"]
  target_port_in_date = "2027-03-01"

  # The last phone bill, uploaded before.
  documents = ["RD0123456789abcdef0123456789abcdef"]

  losing_carrier_information = jsonencode({
    customer_name                   = "Acme Inc."
    customer_type                   = "Business"
    account_number                  = "1234567"
    account_telephone_number        = "+14155550100"
    address_sid                     = twilio_api_address.head_office.sid
    authorized_representative       = "Ada Lovelace"
    authorized_representative_email = "ada@example.com"
  })

  phone_numbers = [
    jsonencode({ phone_number = "+14155550100", pin = "1234" }),
  ]
}
