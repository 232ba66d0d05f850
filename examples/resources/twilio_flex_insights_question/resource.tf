resource "twilio_flex_insights_category" "tone" {
  name = "Tone of voice"
}

resource "twilio_flex_insights_question" "greeting" {
  category_sid  = twilio_flex_insights_category.tone.category_sid
  question      = "Did the agent greet the customer by name?"
  description   = "Within the first two sentences."
  answer_set_id = "yes_no"
  allow_na      = true
}
