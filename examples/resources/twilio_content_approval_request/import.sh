# The id is content_sid.
terraform import twilio_content_approval_request.delivery HX0123456789abcdef0123456789abcdef
