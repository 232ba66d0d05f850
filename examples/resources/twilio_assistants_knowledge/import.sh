# The id is id.
terraform import twilio_assistants_knowledge.house_rules aia_know_0123456789abcdef0123456789abcdef
