# The id is sid.
terraform import twilio_video_composition.lesson CJ0123456789abcdef0123456789abcdef
