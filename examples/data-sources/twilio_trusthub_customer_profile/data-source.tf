# The business profile that was approved in the Console; subaccounts' profiles refer to it.
data "twilio_trusthub_customer_profile" "primary" {
  friendly_name = "Acme Inc."
}

output "customer_profile_sid" {
  value = data.twilio_trusthub_customer_profile.primary.sid
}
