# The id is sid.
terraform import twilio_taskrouter_workspace.desk WS0123456789abcdef0123456789abcdef
