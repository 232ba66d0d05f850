# The id is sid.
terraform import twilio_conversations_role.listener RL0123456789abcdef0123456789abcdef
