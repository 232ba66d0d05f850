resource "twilio_assistants_tool" "book_a_table" {
  name        = "Book a table"
  type        = "WEBHOOK"
  description = "Use this when a guest wants to have dinner at the hotel."
  enabled     = true

  meta = jsonencode({
    url          = "https://hotel.example.com/tables"
    method       = "POST"
    input_schema = "export type Data = { guests: number, time: string }"
  })
}
