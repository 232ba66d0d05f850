# What Flex has made for itself: its workspace, its chat service, its address.
data "twilio_flex_configuration" "contact_center" {}

output "flex_taskrouter_workspace_sid" {
  value = data.twilio_flex_configuration.contact_center.taskrouter_workspace_sid
}
