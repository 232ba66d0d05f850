# {{1}} and {{2}} are filled in when a message is sent; `variables` has what a reviewer sees in their places.
resource "twilio_content_template" "appointment" {
  friendly_name = "appointment_reminder"
  language      = "en"

  variables = {
    "1" = "Ada"
    "2" = "10:30"
  }

  types = jsonencode({
    "twilio/quick-reply" = {
      body = "Hello {{1}}, we expect you at {{2}}. Will you come?"
      actions = [
        { title = "Yes", id = "yes" },
        { title = "Another day", id = "move" },
      ]
    }
    "twilio/text" = {
      body = "Hello {{1}}, we expect you at {{2}}. Please answer YES or NO."
    }
  })
}
