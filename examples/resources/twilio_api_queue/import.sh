# The id is sid.
terraform import twilio_api_queue.support QU0123456789abcdef0123456789abcdef
