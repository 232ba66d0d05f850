resource "twilio_trusthub_trust_product" "shaken" {
  friendly_name = "Acme Inc. SHAKEN/STIR"
  email         = "compliance@example.com"
  policy_sid    = "RN7a97559effdf62d00f4298208492a5ea" # SHAKEN/STIR
}

resource "twilio_api_incoming_phone_number" "hotline" {
  area_code = "415"
}

# Calls from this number carry the highest attestation.
resource "twilio_trusthub_trust_product_channel_endpoint_assignment" "hotline" {
  trust_product_sid     = twilio_trusthub_trust_product.shaken.sid
  channel_endpoint_type = "phone-number"
  channel_endpoint_sid  = twilio_api_incoming_phone_number.hotline.sid
}
