resource "twilio_flex_plugin" "crm" {
  unique_name   = "crm-panel"
  friendly_name = "CRM panel"
  description   = "Shows who is calling."
}
