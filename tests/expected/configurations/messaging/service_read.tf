# A messaging service, read.
variable "friendly_name" {}

resource "twilio_messaging_service" "parent" {
  friendly_name = var.friendly_name
}

data "twilio_messaging_service" "subject" {
  sid = twilio_messaging_service.parent.sid
}
