# A Proxy service.
variable "unique_name" { default = null }
variable "default_ttl" { default = null }
variable "callback_url" { default = null }
variable "intercept_callback_url" { default = null }
variable "out_of_session_callback_url" { default = null }
variable "geo_match_level" { default = null }
variable "number_selection_behavior" { default = null }
variable "chat_instance_sid" { default = null }

resource "twilio_proxy_service" "subject" {
  unique_name                 = var.unique_name
  default_ttl                 = var.default_ttl
  callback_url                = var.callback_url
  intercept_callback_url      = var.intercept_callback_url
  out_of_session_callback_url = var.out_of_session_callback_url
  geo_match_level             = var.geo_match_level
  number_selection_behavior   = var.number_selection_behavior
  chat_instance_sid           = var.chat_instance_sid
}
