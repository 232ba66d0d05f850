# The id is sid.
terraform import twilio_intelligence_transcript.interview GT0123456789abcdef0123456789abcdef
