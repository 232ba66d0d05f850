# IP Messaging is what Programmable Chat was called first: both names reach the same services.
resource "twilio_ip_messaging_service" "app" {
  friendly_name = "Mobile app"

  reachability_enabled     = true
  read_status_enabled      = true
  typing_indicator_timeout = 5

  notifications_new_message_enabled  = true
  notifications_new_message_template = "$${USER} in $${CHANNEL}: $${MESSAGE}"

  post_webhook_url = "https://app.example.com/messaging/events"
  webhook_filters  = ["onMessageSent", "onMemberAdded"]
}
