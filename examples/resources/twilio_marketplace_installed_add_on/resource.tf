# The SID of an add-on stands in the Console's marketplace.
resource "twilio_marketplace_installed_add_on" "spam_filter" {
  available_add_on_sid    = "XB0123456789abcdef0123456789abcdef"
  accept_terms_of_service = true
  unique_name             = "spam_filter"
  configuration           = jsonencode({ threshold = 0.8 })
}
