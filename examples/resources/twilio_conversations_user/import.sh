# The id is sid.
terraform import twilio_conversations_user.ada US0123456789abcdef0123456789abcdef
