# All numbers of a Proxy service, read.
variable "unique_name" {}
variable "sid" {}
variable "is_reserved" { default = null }

resource "twilio_proxy_service" "parent" {
  unique_name = var.unique_name
}

resource "twilio_proxy_phone_number" "parent" {
  service_sid = twilio_proxy_service.parent.sid
  sid         = var.sid
  is_reserved = var.is_reserved
}

data "twilio_proxy_phone_numbers" "subject" {
  service_sid = twilio_proxy_phone_number.parent.service_sid
}
