# The id is sid.
terraform import twilio_events_sink.warehouse DG0123456789abcdef0123456789abcdef
