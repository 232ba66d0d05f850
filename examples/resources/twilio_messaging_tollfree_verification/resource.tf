resource "twilio_api_incoming_phone_number" "alerts" {
  search = {
    iso_country = "US"
    type        = "toll_free"
  }
}

# Without a verification, carriers drop texts from a toll-free number. Reviews take days; the resource does not wait for
# them unless wait_for says so.
resource "twilio_messaging_tollfree_verification" "alerts" {
  tollfree_phone_number_sid = twilio_api_incoming_phone_number.alerts.sid
  notification_email        = "compliance@example.com"

  business_name                   = "Acme Inc."
  business_website                = "https://www.example.com"
  business_type                   = "PRIVATE_PROFIT"
  business_registration_number    = "123456789"
  business_registration_authority = "EIN"
  business_registration_country   = "US"
  business_street_address         = "101 Spear Street"
  business_city                   = "San Francisco"
  business_state_province_region  = "CA"
  business_postal_code            = "94105"
  business_country                = "US"
  business_contact_first_name     = "Ada"
  business_contact_last_name      = "Lovelace"
  business_contact_email          = "ada@example.com"
  business_contact_phone          = "+14155550100"

  use_case_categories       = ["DELIVERY_NOTIFICATIONS"]
  use_case_summary          = "Customers are told when their parcel is about to arrive."
  production_message_sample = "Acme: your parcel B-1234 arrives today between 2 and 4 pm. Reply STOP to opt out."
  message_volume            = "10,000"
  opt_in_type               = "WEB_FORM"
  opt_in_image_urls         = ["https://www.example.com/opt-in.png"]
}
