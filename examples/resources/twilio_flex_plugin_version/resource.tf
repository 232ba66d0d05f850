resource "twilio_flex_plugin" "crm" {
  unique_name   = "crm-panel-versions"
  friendly_name = "CRM panel"
}

resource "twilio_flex_plugin_version" "crm" {
  plugin_sid = twilio_flex_plugin.crm.sid
  version    = "1.0.0"
  plugin_url = "https://crm-1234.twil.io/plugins/crm-panel/1.0.0/bundle.js"
  changelog  = "Shows the last three orders."
  private    = true
}
