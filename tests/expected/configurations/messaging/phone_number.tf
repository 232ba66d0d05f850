# A number of the account in a messaging service.
variable "friendly_name" {}
variable "phone_number_sid" {}

resource "twilio_messaging_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_messaging_phone_number" "subject" {
  service_sid      = twilio_messaging_service.parent.sid
  phone_number_sid = var.phone_number_sid
}
