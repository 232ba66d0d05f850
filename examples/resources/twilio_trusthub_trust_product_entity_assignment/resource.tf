resource "twilio_trusthub_trust_product" "a2p" {
  friendly_name = "Acme Inc. A2P"
  email         = "compliance@example.com"
  policy_sid    = "RNb0d4771c2c98518d916a3d4cd70a8f8b" # A2P messaging profile
}

resource "twilio_trusthub_end_user" "messaging" {
  friendly_name = "Acme Inc. messaging"
  type          = "us_a2p_messaging_profile_information"
  attributes    = jsonencode({ company_type = "private" })
}

resource "twilio_trusthub_trust_product_entity_assignment" "messaging" {
  trust_product_sid = twilio_trusthub_trust_product.a2p.sid
  object_sid        = twilio_trusthub_end_user.messaging.sid
}
