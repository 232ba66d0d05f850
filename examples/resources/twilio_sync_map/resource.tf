resource "twilio_sync_service" "game" {
  friendly_name = "Game"
}

resource "twilio_sync_map" "players" {
  service_sid = twilio_sync_service.game.sid
  unique_name = "players"
}
