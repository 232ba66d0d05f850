resource "twilio_notify_service" "news" {
  friendly_name = "News"
}

resource "twilio_notify_binding" "ada" {
  service_sid  = twilio_notify_service.news.sid
  identity     = "ada"
  binding_type = "sms"
  address      = "+14155550100"
  tag          = ["premium"]
}
