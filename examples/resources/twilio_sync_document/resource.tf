resource "twilio_sync_service" "game" {
  friendly_name = "Game"
}

# The players change the document: Terraform makes it and leaves its content alone afterwards.
resource "twilio_sync_document" "board" {
  service_sid = twilio_sync_service.game.sid
  unique_name = "board"
  data        = jsonencode({ turn = "white", moves = [] })

  lifecycle {
    ignore_changes = [data]
  }
}
