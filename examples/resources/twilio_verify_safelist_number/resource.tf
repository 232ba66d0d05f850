# This number is never blocked by Fraud Guard.
resource "twilio_verify_safelist_number" "test_phone" {
  phone_number = "+14155550100"
}
