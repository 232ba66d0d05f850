resource "twilio_marketplace_installed_add_on" "spam_filter" {
  available_add_on_sid    = "XB0123456789abcdef0123456789abcdef"
  accept_terms_of_service = true
  unique_name             = "spam_filter"
}

data "twilio_marketplace_installed_add_on_extensions" "spam_filter" {
  installed_add_on_sid = twilio_marketplace_installed_add_on.spam_filter.sid
}

# The add-on is asked about every incoming call.
resource "twilio_marketplace_installed_add_on_extension" "incoming_calls" {
  installed_add_on_sid = twilio_marketplace_installed_add_on.spam_filter.sid
  sid                  = "XF0123456789abcdef0123456789abcdef"
  enabled              = true
}
