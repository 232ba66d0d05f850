resource "twilio_chat_service" "app" {
  friendly_name = "Mobile app"
}

resource "twilio_chat_channel" "support" {
  service_sid   = twilio_chat_service.app.sid
  friendly_name = "Support"
  type          = "private"
}

resource "twilio_chat_channel_webhook" "bot" {
  service_sid           = twilio_chat_service.app.sid
  channel_sid           = twilio_chat_channel.support.sid
  type                  = "webhook"
  configuration_url     = "https://bot.example.com/messages"
  configuration_method  = "POST"
  configuration_filters = ["onMessageSent"]
}
