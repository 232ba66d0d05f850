# The id is subscription_sid/type.
terraform import twilio_events_subscribed_event.delivered DF0123456789abcdef0123456789abcdef/com.twilio.messaging.message.delivered
