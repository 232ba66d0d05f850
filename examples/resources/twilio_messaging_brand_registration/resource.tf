# Who the business is, and what it does with messages. Both are assembled from end users and documents, then submitted:
# see twilio_trusthub_customer_profile_submission and twilio_trusthub_trust_product_submission.
resource "twilio_trusthub_customer_profile" "acme" {
  friendly_name = "Acme Inc."
  email         = "compliance@example.com"
  policy_sid    = "RNdfbf3fae0e1107f8aded0e7cead80bf5" # secondary customer profile of a business
}

resource "twilio_trusthub_trust_product" "a2p" {
  friendly_name = "Acme Inc. A2P"
  email         = "compliance@example.com"
  policy_sid    = "RNb0d4771c2c98518d916a3d4cd70a8f8b" # A2P messaging profile
}

# Each registration is billed and reviewed: a replacement is a new one, and the plan says so.
resource "twilio_messaging_brand_registration" "acme" {
  customer_profile_bundle_sid = twilio_trusthub_customer_profile.acme.sid
  a2p_profile_bundle_sid      = twilio_trusthub_trust_product.a2p.sid
  brand_type                  = "STANDARD"
  skip_automatic_sec_vet      = true

  # Campaigns need an approved brand; reviews take days.
  wait_for = "APPROVED"
  timeouts = {
    create = "72h"
  }
}
