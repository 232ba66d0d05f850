# The id is sid.
terraform import twilio_monitor_alarm.webhook_errors AK0123456789abcdef0123456789abcdef
