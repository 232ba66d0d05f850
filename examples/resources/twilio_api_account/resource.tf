# A subaccount for one customer. Destroying it closes it for good, together with everything in it.
resource "twilio_api_account" "acme" {
  friendly_name = "Acme Inc."
}
