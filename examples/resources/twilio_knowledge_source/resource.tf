resource "twilio_knowledge_source" "manual" {
  name        = "Manual"
  description = "How the product is installed and repaired."
  type        = "Web"
  wait_for    = "COMPLETED"

  knowledge_source_details = jsonencode({
    source = "https://docs.example.com/manual"
  })
}
