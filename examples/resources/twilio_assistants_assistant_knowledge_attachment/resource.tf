resource "twilio_assistants_assistant" "concierge" {
  name = "Concierge"
}

resource "twilio_assistants_knowledge" "house_rules" {
  name                     = "House rules"
  type                     = "Web"
  knowledge_source_details = jsonencode({ source = "https://hotel.example.com/house-rules" })
}

resource "twilio_assistants_assistant_knowledge_attachment" "house_rules" {
  assistant_id = twilio_assistants_assistant.concierge.id
  knowledge_id = twilio_assistants_knowledge.house_rules.id
}
