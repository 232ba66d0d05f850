# An e-mail when a webhook of ours answers with errors more than ten times in five minutes.
resource "twilio_monitor_alarm" "webhook_errors" {
  friendly_name     = "Webhook errors"
  description       = "HTTP retrieval failures"
  query_type        = "ERROR_CODE"
  query             = "11200"
  time_window       = "FIVE_MINS"
  trigger_value     = 10
  enabled           = true
  console_indicator = true
  email             = ["on-call@example.com"]
}
