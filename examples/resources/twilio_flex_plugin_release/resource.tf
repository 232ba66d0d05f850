resource "twilio_flex_plugin_configuration" "march" {
  name        = "March"
  description = "Without any plugins"
}

# Another configuration here is another release, made in place. Destroying forgets it: one release is always in force.
resource "twilio_flex_plugin_release" "current" {
  configuration_id = twilio_flex_plugin_configuration.march.sid
}
