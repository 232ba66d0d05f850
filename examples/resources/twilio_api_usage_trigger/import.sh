# The id is sid.
terraform import twilio_api_usage_trigger.daily_budget UT0123456789abcdef0123456789abcdef
