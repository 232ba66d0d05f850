# The id is sid.
terraform import twilio_video_composition_hook.lessons HK0123456789abcdef0123456789abcdef
