# The id is sid.
terraform import twilio_supersim_fleet.trackers HF0123456789abcdef0123456789abcdef
