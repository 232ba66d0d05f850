resource "twilio_flex_plugin" "crm" {
  unique_name   = "crm-panel-configured"
  friendly_name = "CRM panel"
}

resource "twilio_flex_plugin_version" "crm" {
  plugin_sid = twilio_flex_plugin.crm.sid
  version    = "1.0.0"
  plugin_url = "https://crm-1234.twil.io/plugins/crm-panel/1.0.0/bundle.js"
}

# Which version of which plugin runs. A release puts the configuration into force.
resource "twilio_flex_plugin_configuration" "march" {
  name        = "March"
  description = "With the CRM panel"
  plugins     = [jsonencode({ plugin_version = twilio_flex_plugin_version.crm.sid, phase = 3 })]
}
