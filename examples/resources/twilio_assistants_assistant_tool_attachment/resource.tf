resource "twilio_assistants_assistant" "concierge" {
  name = "Concierge"
}

resource "twilio_assistants_tool" "book_a_table" {
  name        = "Book a table"
  type        = "WEBHOOK"
  description = "Use this when a guest wants to have dinner at the hotel."
  enabled     = true
  meta        = jsonencode({ url = "https://hotel.example.com/tables", method = "POST" })
}

resource "twilio_assistants_assistant_tool_attachment" "book_a_table" {
  assistant_id = twilio_assistants_assistant.concierge.id
  tool_id      = twilio_assistants_tool.book_a_table.id
}
