# Calls the URL on every day on which more than 100 US dollars have been spent.
resource "twilio_api_usage_trigger" "daily_budget" {
  friendly_name   = "More than 100 dollars in a day"
  usage_category  = "totalprice"
  trigger_by      = "price"
  trigger_value   = "100"
  recurring       = "daily"
  callback_url    = "https://billing.example.com/twilio/over-budget"
  callback_method = "POST"
}
