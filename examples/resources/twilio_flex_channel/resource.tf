resource "twilio_chat_service" "flex" {
  friendly_name = "Flex Chat Service"
}

resource "twilio_flex_flow" "web" {
  friendly_name    = "Web chat"
  chat_service_sid = twilio_chat_service.flex.sid
  channel_type     = "web"
}

resource "twilio_flex_channel" "visitor" {
  flex_flow_sid           = twilio_flex_flow.web.sid
  identity                = "visitor-1234"
  chat_friendly_name      = "Web chat with Ada"
  chat_user_friendly_name = "Ada"
}
