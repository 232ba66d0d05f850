resource "twilio_sync_service" "game" {
  friendly_name = "Game"
  acl_enabled   = true
}

resource "twilio_sync_map" "players" {
  service_sid = twilio_sync_service.game.sid
  unique_name = "players"
}

resource "twilio_sync_map_permission" "ada" {
  service_sid = twilio_sync_service.game.sid
  map_sid     = twilio_sync_map.players.sid
  identity    = "ada"
  read        = true
  write       = true
  manage      = false
}
