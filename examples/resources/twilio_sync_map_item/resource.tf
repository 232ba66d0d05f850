resource "twilio_sync_service" "game" {
  friendly_name = "Game"
}

resource "twilio_sync_map" "players" {
  service_sid = twilio_sync_service.game.sid
  unique_name = "players"
}

resource "twilio_sync_map_item" "ada" {
  service_sid = twilio_sync_service.game.sid
  map_sid     = twilio_sync_map.players.sid
  key         = "ada"
  data        = jsonencode({ colour = "white" })
}
