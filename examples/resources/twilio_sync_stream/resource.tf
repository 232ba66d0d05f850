resource "twilio_sync_service" "game" {
  friendly_name = "Game"
}

resource "twilio_sync_stream" "drawing" {
  service_sid = twilio_sync_service.game.sid
  unique_name = "drawing"
}
