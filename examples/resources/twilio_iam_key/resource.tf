resource "twilio_api_account" "acme" {
  friendly_name = "Acme Inc."
}

# A restricted key may do what its policy allows and nothing else. The secret is shown once and kept in the state.
resource "twilio_iam_key" "sends_messages" {
  account_sid   = twilio_api_account.acme.sid
  friendly_name = "Sends messages"
  key_type      = "restricted"

  policy = jsonencode({
    allow = ["/twilio/messaging/messages/create", "/twilio/messaging/messages/read"]
  })
}
