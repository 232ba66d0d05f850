# Text messages may go to the United States and Canada. Countries that are not named here stay as they are.
resource "twilio_accounts_messaging_geo_permissions" "north_america" {
  permissions = [
    jsonencode({ country_code = "US", type = "country", enabled = true }),
    jsonencode({ country_code = "CA", type = "country", enabled = true }),
  ]
}
