resource "twilio_content_template" "delivery" {
  friendly_name = "delivery_today"
  language      = "en"
  types         = jsonencode({ "twilio/text" = { body = "Your parcel {{1}} arrives today." } })
  variables     = { "1" = "B-1234" }
}

# WhatsApp reviews a template before it may begin a conversation.
resource "twilio_content_approval_request" "delivery" {
  content_sid = twilio_content_template.delivery.sid
  name        = "delivery_today"
  category    = "UTILITY"
}
