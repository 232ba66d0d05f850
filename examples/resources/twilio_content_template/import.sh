# The id is sid.
terraform import twilio_content_template.appointment HX0123456789abcdef0123456789abcdef
