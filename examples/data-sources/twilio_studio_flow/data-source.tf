# A flow that somebody drew in the Console: numbers can lead to it without Terraform managing it.
data "twilio_studio_flow" "drawn_by_hand" {
  friendly_name = "Drawn by hand"
}

output "flow_url" {
  value = data.twilio_studio_flow.drawn_by_hand.webhook_url
}
