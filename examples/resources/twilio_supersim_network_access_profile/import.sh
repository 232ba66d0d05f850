# The id is sid.
terraform import twilio_supersim_network_access_profile.norway HA0123456789abcdef0123456789abcdef
