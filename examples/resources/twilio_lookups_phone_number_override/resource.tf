# Lookup says that this is a landline; it is not.
resource "twilio_lookups_phone_number_override" "on_call_phone" {
  phone_number = "+14155550100"
  field        = "line_type"
  line_type    = "mobile"
  reason       = "Ported to a mobile carrier last week"
}
