resource "twilio_messaging_service" "support" {
  friendly_name = "Support"
}

# A WhatsApp or RCS sender in the service's pool, by its SID.
resource "twilio_messaging_channel_sender" "whatsapp" {
  messaging_service_sid = twilio_messaging_service.support.sid
  sid                   = "XE0123456789abcdef0123456789abcdef"
}
