resource "twilio_sync_service" "game" {
  friendly_name = "Game"
  acl_enabled   = true
}

resource "twilio_sync_list" "scores" {
  service_sid = twilio_sync_service.game.sid
  unique_name = "scores"
}

resource "twilio_sync_list_permission" "ada" {
  service_sid = twilio_sync_service.game.sid
  list_sid    = twilio_sync_list.scores.sid
  identity    = "ada"
  read        = true
  write       = false
  manage      = false
}
