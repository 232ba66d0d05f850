resource "twilio_sync_service" "game" {
  friendly_name = "Game"
  acl_enabled   = true
}

resource "twilio_sync_document" "board" {
  service_sid = twilio_sync_service.game.sid
  unique_name = "board"
}

resource "twilio_sync_document_permission" "ada" {
  service_sid  = twilio_sync_service.game.sid
  document_sid = twilio_sync_document.board.sid
  identity     = "ada"
  read         = true
  write        = true
  manage       = false
}
