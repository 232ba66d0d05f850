# acl_enabled: nobody sees anything without a permission.
resource "twilio_sync_service" "game" {
  friendly_name                   = "Game"
  acl_enabled                     = true
  webhook_url                     = "https://game.example.com/sync"
  webhooks_from_rest_enabled      = false
  reachability_webhooks_enabled   = true
  reachability_debouncing_enabled = true
  reachability_debouncing_window  = 5000
}
