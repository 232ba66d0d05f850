resource "twilio_intelligence_service" "calls" {
  unique_name   = "calls"
  friendly_name = "Calls"
}

# A transcript is ordered when the resource is created, once.
resource "twilio_intelligence_transcript" "interview" {
  service_sid  = twilio_intelligence_service.calls.sid
  customer_key = "interview-1234"

  channel = jsonencode({
    media_properties = { source_sid = "RE0123456789abcdef0123456789abcdef" }
    participants = [
      { channel_participant = 1, full_name = "Ada Lovelace" },
      { channel_participant = 2, full_name = "Charles Babbage" },
    ]
  })
}
