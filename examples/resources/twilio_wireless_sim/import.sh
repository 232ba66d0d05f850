# The id is sid.
terraform import twilio_wireless_sim.tracker_7 DE0123456789abcdef0123456789abcdef
