# Every room's recordings are put together when the room ends.
resource "twilio_video_composition_hook" "lessons" {
  friendly_name          = "Lessons"
  enabled                = true
  format                 = "mp4"
  resolution             = "1280x720"
  audio_sources          = ["*"]
  audio_sources_excluded = ["interpreter"]
  video_layout           = jsonencode({ grid = { video_sources = ["*"], video_sources_excluded = ["interpreter"] } })
  status_callback        = "https://school.example.com/compositions"
}
