# A WhatsApp sender. Meta verifies it by a text or a call to the number; wait_for waits until it can send.
resource "twilio_messaging_sender" "whatsapp" {
  sender_id = "whatsapp:+14155550100"
  wait_for  = "ONLINE"

  configuration = jsonencode({
    waba_id             = "102290129340398"
    verification_method = "sms"
  })

  profile = jsonencode({
    name        = "Acme"
    about       = "Parcels, on time."
    logo_url    = "https://example.com/logo.png"
    description = "News of your parcel, and somebody to ask."
  })

  webhook = jsonencode({
    callback_url    = "https://bot.example.com/whatsapp"
    callback_method = "POST"
  })
}
