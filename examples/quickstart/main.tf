# The same files serve the local Twilio (`make demo`) and a real account that has Proxy, Programmable Chat and Flex
# and a phone number to spend. No required_providers: `terraform init` takes hashicorp/twilio.

variable "account_sid" {
  description = "The account that owns the API key; the provider's own when null."
  type        = string
  default     = null
}

variable "endpoint" {
  description = "Where Twilio answers; Twilio itself when null and TWILIO_ENDPOINT is not set."
  type        = string
  default     = null
}

variable "phone_number" {
  description = "The number to buy. This one is Twilio's own test number, which costs nothing."
  type        = string
  default     = "+15005550006"
}

provider "twilio" {
  endpoint = var.endpoint
}

resource "twilio_api_keys_v2010" "default" {
  account_sid   = var.account_sid
  friendly_name = "Terraform quickstart"
}

output "messages" {
  value = twilio_api_keys_v2010.default
}

resource "twilio_chat_service" "default" {
  friendly_name = "Terraform quickstart"
}

resource "twilio_proxy_service" "default" {
  unique_name                 = "terraform-quickstart"
  default_ttl                 = 0
  callback_url                = "https://example.com/proxy/callback"
  geo_match_level             = "country"
  number_selection_behavior   = "prefer-sticky"
  intercept_callback_url      = "https://example.com/proxy/intercept"
  out_of_session_callback_url = "https://example.com/proxy/out-of-session"
  chat_instance_sid           = twilio_chat_service.default.sid
}

resource "twilio_flex_flow" "default" {
  friendly_name    = "Terraform quickstart"
  chat_service_sid = twilio_chat_service.default.sid
  channel_type     = "web"
}

resource "twilio_api_incoming_phone_numbers_v2010" "default" {
  phone_number  = var.phone_number
  friendly_name = "Terraform quickstart"
}
