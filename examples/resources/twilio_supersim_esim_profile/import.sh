# The id is sid.
terraform import twilio_supersim_esim_profile.tracker HP0123456789abcdef0123456789abcdef
