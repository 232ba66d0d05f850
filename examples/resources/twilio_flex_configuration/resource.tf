# There is one configuration per Flex project: Terraform takes it over, and destroying only forgets it. Inside the JSON
# arguments, keys that are not written here stay as they are.
resource "twilio_flex_configuration" "contact_center" {
  ui_language            = "en-US"
  call_recording_enabled = true
  plugin_service_enabled = true
  public_attributes      = jsonencode({ supportAddress = "help@example.com" })

  ui_attributes = jsonencode({
    warmTransfers = { enabled = true }
  })
}
