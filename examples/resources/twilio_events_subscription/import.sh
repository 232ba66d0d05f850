# The id is sid.
terraform import twilio_events_subscription.messages DF0123456789abcdef0123456789abcdef
