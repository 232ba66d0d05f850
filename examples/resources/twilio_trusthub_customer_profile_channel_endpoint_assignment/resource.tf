resource "twilio_trusthub_customer_profile" "acme" {
  friendly_name = "Acme Inc."
  email         = "compliance@example.com"
  policy_sid    = "RNdfbf3fae0e1107f8aded0e7cead80bf5" # secondary customer profile of a business
}

resource "twilio_api_incoming_phone_number" "hotline" {
  area_code = "415"
}

# Whose phone number it is.
resource "twilio_trusthub_customer_profile_channel_endpoint_assignment" "hotline" {
  customer_profile_sid  = twilio_trusthub_customer_profile.acme.sid
  channel_endpoint_type = "phone-number"
  channel_endpoint_sid  = twilio_api_incoming_phone_number.hotline.sid
}
