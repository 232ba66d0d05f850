# The id is category_sid.
terraform import twilio_flex_insights_category.tone FY0123456789abcdef0123456789abcdef
