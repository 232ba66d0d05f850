resource "twilio_flex_insights_category" "tone" {
  name = "Tone of voice"
}
