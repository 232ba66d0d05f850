resource "twilio_trusthub_customer_profile" "campaign" {
  friendly_name = "Vote for Ada"
  email         = "compliance@example.com"
  policy_sid    = "RNdfbf3fae0e1107f8aded0e7cead80bf5" # secondary customer profile of a business
}

resource "twilio_trusthub_trust_product" "a2p" {
  friendly_name = "Vote for Ada A2P"
  email         = "compliance@example.com"
  policy_sid    = "RNb0d4771c2c98518d916a3d4cd70a8f8b" # A2P messaging profile
}

resource "twilio_messaging_brand_registration" "campaign" {
  customer_profile_bundle_sid = twilio_trusthub_customer_profile.campaign.sid
  a2p_profile_bundle_sid      = twilio_trusthub_trust_product.a2p.sid
}

# Political campaigns are vetted by Campaign Verify, which gives out the token.
variable "campaign_verify_token" {
  type      = string
  sensitive = true
}

resource "twilio_messaging_brand_vetting" "campaign" {
  brand_sid        = twilio_messaging_brand_registration.campaign.sid
  vetting_provider = "campaign-verify"
  vetting_id       = var.campaign_verify_token
}
