resource "twilio_flex_insights_category" "tone" {
  name = "Tone of voice"
}

resource "twilio_flex_insights_question" "greeting" {
  category_sid  = twilio_flex_insights_category.tone.category_sid
  question      = "Did the agent greet the customer by name?"
  answer_set_id = "yes_no"
  allow_na      = true
}

resource "twilio_flex_insights_questionnaire" "calls" {
  name          = "Calls"
  description   = "For a sample of ten calls per agent and month."
  active        = true
  question_sids = [twilio_flex_insights_question.greeting.question_sid]
}
