# A Proxy service, read.
variable "unique_name" {}

resource "twilio_proxy_service" "parent" {
  unique_name = var.unique_name
}

data "twilio_proxy_service" "subject" {
  sid = twilio_proxy_service.parent.sid
}
