# Notify takes no new customers; this is for services that exist.
resource "twilio_messaging_service" "news" {
  friendly_name = "News"
}

resource "twilio_notify_service" "news" {
  friendly_name         = "News"
  messaging_service_sid = twilio_messaging_service.news.sid
  log_enabled           = true
}
