# The id is sid.
terraform import twilio_wireless_rate_plan.trackers WP0123456789abcdef0123456789abcdef
