# The id is sid.
terraform import twilio_conversations_conversation.order_1234 CH0123456789abcdef0123456789abcdef
