# The id is id.
terraform import twilio_assistants_assistant.concierge aia_asst_0123456789abcdef0123456789abcdef
