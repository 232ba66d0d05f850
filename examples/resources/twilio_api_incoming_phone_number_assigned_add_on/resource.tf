resource "twilio_api_incoming_phone_number" "hotline" {
  area_code = "415"
}

# The SID of an add-on stands in the Console's marketplace.
resource "twilio_marketplace_installed_add_on" "spam_filter" {
  available_add_on_sid    = "XB0123456789abcdef0123456789abcdef"
  accept_terms_of_service = true
  unique_name             = "spam_filter"
}

resource "twilio_api_incoming_phone_number_assigned_add_on" "spam_filter" {
  resource_sid         = twilio_api_incoming_phone_number.hotline.sid
  installed_add_on_sid = twilio_marketplace_installed_add_on.spam_filter.sid
}
