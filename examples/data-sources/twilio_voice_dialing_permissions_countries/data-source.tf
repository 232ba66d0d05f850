# Where the account may call numbers that cost more than usual.
data "twilio_voice_dialing_permissions_countries" "risky" {
  high_risk_special_numbers_enabled = true
}

output "risky_countries" {
  value = data.twilio_voice_dialing_permissions_countries.risky.items[*].iso_code
}
