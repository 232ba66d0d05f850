# data.twilio_intelligence_operator_types lists the kinds of operators there are, and what each wants in its config.
resource "twilio_intelligence_custom_operator" "promises" {
  friendly_name = "Promises"
  operator_type = "GenerateJSON"

  config = jsonencode({
    prompt = "List what the agent promised, and until when."
    json_result_schema = {
      type       = "object"
      properties = { promises = { type = "array", items = { type = "string" } } }
    }
  })
}
