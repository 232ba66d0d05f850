resource "twilio_wireless_rate_plan" "trackers" {
  unique_name              = "trackers"
  friendly_name            = "Trackers"
  data_enabled             = true
  data_limit               = 250
  messaging_enabled        = true
  voice_enabled            = false
  national_roaming_enabled = false
  international_roaming    = ["data", "messaging"]
}
