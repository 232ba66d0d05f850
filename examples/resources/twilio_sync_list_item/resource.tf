resource "twilio_sync_service" "game" {
  friendly_name = "Game"
}

resource "twilio_sync_list" "scores" {
  service_sid = twilio_sync_service.game.sid
  unique_name = "scores"
}

resource "twilio_sync_list_item" "record" {
  service_sid = twilio_sync_service.game.sid
  list_sid    = twilio_sync_list.scores.sid
  data        = jsonencode({ player = "ada", score = 1815 })
}
