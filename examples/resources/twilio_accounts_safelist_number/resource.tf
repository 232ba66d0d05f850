# This number is never blocked by SMS pumping protection.
resource "twilio_accounts_safelist_number" "on_call_phone" {
  phone_number = "+14155550100"
}
