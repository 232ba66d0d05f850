# For makers of add-ons: the listing as customers see it.
resource "twilio_marketplace_listing" "spam_filter" {
  module_info   = jsonencode({ title = "Spam filter", short_description = "Tells spam calls from others." })
  description   = jsonencode({ overview = "Looks up who is calling, and how often others have complained." })
  documentation = jsonencode({ installation = "Press *Install*." })
  support       = jsonencode({ contact_link = "https://spam-filter.example.com/help" })
}
