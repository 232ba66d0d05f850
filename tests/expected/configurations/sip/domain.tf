variable "account_sid" {
  type = string
}

variable "domain_name" {
  type = string
}

variable "voice_url" {
  type    = string
  default = null
}

variable "voice_method" {
  type    = string
  default = null
}

variable "voice_fallback_url" {
  type    = string
  default = null
}

variable "voice_fallback_method" {
  type    = string
  default = null
}

variable "voice_status_callback_url" {
  type    = string
  default = null
}

variable "voice_status_callback_method" {
  type    = string
  default = null
}

variable "emergency_calling_enabled" {
  type    = bool
  default = null
}

variable "secure" {
  type    = bool
  default = null
}

variable "sip_registration" {
  type    = bool
  default = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_api_sip_domain" "domain" {
  account_sid                  = var.account_sid
  domain_name                  = var.domain_name
  voice_url                    = var.voice_url
  voice_method                 = var.voice_method
  voice_fallback_url           = var.voice_fallback_url
  voice_fallback_method        = var.voice_fallback_method
  voice_status_callback_url    = var.voice_status_callback_url
  voice_status_callback_method = var.voice_status_callback_method
  emergency_calling_enabled    = var.emergency_calling_enabled
  secure                       = var.secure
  sip_registration             = var.sip_registration
}

data "twilio_api_sip_domain" "domain" {
  count       = var.read ? 1 : 0
  account_sid = twilio_api_sip_domain.domain.account_sid
  sid         = twilio_api_sip_domain.domain.sid
}
