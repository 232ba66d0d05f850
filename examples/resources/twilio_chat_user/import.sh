# The id is service_sid/sid.
terraform import twilio_chat_user.ada IS0123456789abcdef0123456789abcdef/US0123456789abcdef0123456789abcdef
