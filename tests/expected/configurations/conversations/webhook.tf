variable "method" {
  type    = string
  default = null
}

variable "pre_webhook_url" {
  type    = string
  default = null
}

variable "post_webhook_url" {
  type    = string
  default = null
}

variable "filters" {
  type    = list(string)
  default = null
}

resource "twilio_conversations_configuration_webhook" "webhook" {
  method           = var.method
  pre_webhook_url  = var.pre_webhook_url
  post_webhook_url = var.post_webhook_url
  filters          = var.filters
}
