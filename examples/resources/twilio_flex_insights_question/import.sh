# The id is question_sid.
terraform import twilio_flex_insights_question.greeting GE0123456789abcdef0123456789abcdef
