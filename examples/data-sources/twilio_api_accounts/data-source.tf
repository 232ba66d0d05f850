# Every subaccount that is in use.
data "twilio_api_accounts" "active" {
  status = "active"
}

output "active_accounts" {
  value = { for account in data.twilio_api_accounts.active.items : account.friendly_name => account.sid }
}
