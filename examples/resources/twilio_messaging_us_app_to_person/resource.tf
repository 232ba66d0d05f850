resource "twilio_messaging_service" "alerts" {
  friendly_name = "Alerts"
}

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

resource "twilio_messaging_brand_registration" "acme" {
  customer_profile_bundle_sid = twilio_trusthub_customer_profile.acme.sid
  a2p_profile_bundle_sid      = twilio_trusthub_trust_product.a2p.sid
  wait_for                    = "APPROVED"
}

# The campaign: what is sent to whom, and how they agreed to it. Almost every change is a new campaign, which is billed
# and reviewed again; the plan warns of it.
resource "twilio_messaging_us_app_to_person" "parcels" {
  messaging_service_sid    = twilio_messaging_service.alerts.sid
  brand_registration_sid   = twilio_messaging_brand_registration.acme.sid
  us_app_to_person_usecase = "DELIVERY_NOTIFICATION"
  description              = "Customers of Acme are told when their parcel is about to arrive."
  message_flow             = "Customers tick a box under their phone number when they order at https://www.example.com/order."

  message_samples = [
    "Acme: your parcel B-1234 arrives today between 2 and 4 pm. Reply STOP to opt out.",
    "Acme: we could not reach you. Choose another day: https://www.example.com/parcels/B-1234",
  ]

  has_embedded_links = true
  has_embedded_phone = false

  opt_in_keywords  = ["START"]
  opt_in_message   = "Acme: we will tell you about your parcels. Reply STOP to opt out."
  opt_out_keywords = ["STOP"]
  opt_out_message  = "Acme: you will get no more messages."
  help_keywords    = ["HELP"]
  help_message     = "Acme: write to help@example.com."
}
