resource "twilio_messaging_service" "support" {
  friendly_name = "Support"
}

# What every new conversation of the account begins with. There is one such configuration per account.
resource "twilio_conversations_configuration" "account" {
  default_messaging_service_sid = twilio_messaging_service.support.sid
  default_inactive_timer        = "PT1H"
  default_closed_timer          = "P7D"

  # Put back what Twilio has by default when the resource is destroyed.
  reset_on_destroy = true
}
