# The id is sid.
terraform import twilio_studio_flow_test_users.welcome FW0123456789abcdef0123456789abcdef
