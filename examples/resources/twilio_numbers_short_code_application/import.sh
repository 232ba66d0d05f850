# The id is sid.
terraform import twilio_numbers_short_code_application.votes AP0123456789abcdef0123456789abcdef
