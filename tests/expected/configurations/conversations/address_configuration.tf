variable "address" {
  type = string
}

variable "type" {
  type = string
}

variable "integration" {
  type = string
}

variable "enabled" {
  type    = bool
  default = null
}

variable "retry_count" {
  type    = number
  default = null
}

variable "webhook_url" {
  type    = string
  default = null
}

variable "webhook_filters" {
  type    = list(string)
  default = null
}

variable "webhook_method" {
  type    = string
  default = null
}

variable "read" {
  type    = bool
  default = false
}

resource "twilio_studio_flow" "flow" {
  count         = var.integration == "studio" ? 1 : 0
  friendly_name = "Test"
  status        = "published"
  definition = jsonencode({
    description   = "Nothing happens here."
    initial_state = "Trigger"
    states        = [{ name = "Trigger", type = "trigger", transitions = [], properties = { offset = { x = 0, y = 0 } } }]
    flags         = { allow_concurrent_calls = true }
  })
}

resource "twilio_conversations_configuration_address" "address" {
  address                          = var.address
  type                             = var.type
  auto_creation_type               = var.integration
  auto_creation_enabled            = var.enabled
  auto_creation_studio_flow_sid    = one(twilio_studio_flow.flow[*].sid)
  auto_creation_studio_retry_count = var.retry_count
  auto_creation_webhook_url        = var.webhook_url
  auto_creation_webhook_filters    = var.webhook_filters
  auto_creation_webhook_method     = var.webhook_method
}

data "twilio_conversations_configuration_address" "address" {
  count = var.read ? 1 : 0
  sid   = twilio_conversations_configuration_address.address.sid
}
