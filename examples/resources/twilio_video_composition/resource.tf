# Puts the recordings of a room together when the resource is created, once. Rooms come and go, so a configuration that
# lives longer uses twilio_video_composition_hook.
resource "twilio_video_composition" "lesson" {
  room_sid      = "RM0123456789abcdef0123456789abcdef"
  audio_sources = ["*"]
  format        = "mp4"
  resolution    = "1280x720"
  video_layout  = jsonencode({ grid = { video_sources = ["*"] } })
}
