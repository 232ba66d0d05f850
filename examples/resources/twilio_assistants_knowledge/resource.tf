# Twilio reads the page in the background; wait_for lets Terraform go on only when it has been read.
resource "twilio_assistants_knowledge" "house_rules" {
  name        = "House rules"
  description = "When breakfast is, where to park, how to check out."
  type        = "Web"
  wait_for    = "COMPLETED"

  knowledge_source_details = jsonencode({
    source = "https://hotel.example.com/house-rules"
  })
}
