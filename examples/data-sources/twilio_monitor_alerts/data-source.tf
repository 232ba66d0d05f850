# Errors of the first of March, newest first.
data "twilio_monitor_alerts" "errors" {
  log_level  = "error"
  start_date = "2026-03-01T00:00:00Z"
  end_date   = "2026-03-02T00:00:00Z"
}

output "error_codes" {
  value = distinct(data.twilio_monitor_alerts.errors.items[*].error_code)
}
