# The id is sid.
terraform import twilio_supersim_sim.tracker_7 HS0123456789abcdef0123456789abcdef
