resource "twilio_trusthub_customer_profile" "acme" {
  friendly_name = "Acme Inc."
  email         = "compliance@example.com"
  policy_sid    = "RNdfbf3fae0e1107f8aded0e7cead80bf5" # secondary customer profile of a business
}

resource "twilio_trusthub_end_user" "ada" {
  friendly_name = "Ada Lovelace"
  type          = "authorized_representative_1"

  attributes = jsonencode({
    first_name     = "Ada"
    last_name      = "Lovelace"
    email          = "ada@example.com"
    phone_number   = "+14155550100"
    business_title = "Head of operations"
    job_position   = "Director"
  })
}

resource "twilio_trusthub_customer_profile_entity_assignment" "ada" {
  customer_profile_sid = twilio_trusthub_customer_profile.acme.sid
  object_sid           = twilio_trusthub_end_user.ada.sid
}
