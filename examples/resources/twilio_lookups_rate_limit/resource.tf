# The signup form may look up a hundred lines an hour.
resource "twilio_lookups_rate_limit" "signup" {
  field  = "line_type_intelligence"
  bucket = "signup"
  limit  = 100
  ttl    = 3600
}
