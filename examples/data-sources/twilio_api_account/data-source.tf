# A subaccount, found by its name; exactly one account may have it.
data "twilio_api_account" "marketing" {
  friendly_name = "Marketing"
}

output "marketing_account_sid" {
  value = data.twilio_api_account.marketing.sid
}
