# Riders and drivers reach each other without seeing each other's numbers.
resource "twilio_proxy_service" "rides" {
  unique_name                 = "rides"
  default_ttl                 = 3600
  geo_match_level             = "area-code"
  number_selection_behavior   = "prefer-sticky"
  callback_url                = "https://rides.example.com/proxy/events"
  intercept_callback_url      = "https://rides.example.com/proxy/intercept"
  out_of_session_callback_url = "https://rides.example.com/proxy/out-of-session"
}
