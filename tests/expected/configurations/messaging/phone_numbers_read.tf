# All numbers of a messaging service, read.
variable "friendly_name" {}
variable "phone_number_sid" {}

resource "twilio_messaging_service" "parent" {
  friendly_name = var.friendly_name
}

resource "twilio_messaging_phone_number" "parent" {
  service_sid      = twilio_messaging_service.parent.sid
  phone_number_sid = var.phone_number_sid
}

data "twilio_messaging_phone_numbers" "subject" {
  service_sid = twilio_messaging_phone_number.parent.service_sid
}
