resource "twilio_intelligence_service" "calls" {
  unique_name         = "calls"
  friendly_name       = "Calls"
  language_code       = "en-US"
  auto_transcribe     = true
  auto_redaction      = true
  media_redaction     = true
  webhook_url         = "https://quality.example.com/transcripts"
  webhook_http_method = "POST"
}
