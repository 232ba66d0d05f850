resource "twilio_sync_service" "game" {
  friendly_name = "Game"
}

resource "twilio_sync_list" "scores" {
  service_sid    = twilio_sync_service.game.sid
  unique_name    = "scores"
  collection_ttl = 86400
}
