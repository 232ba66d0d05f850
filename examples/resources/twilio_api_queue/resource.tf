# Where <Enqueue> lets callers wait.
resource "twilio_api_queue" "support" {
  friendly_name = "support"
  max_size      = 50
}
