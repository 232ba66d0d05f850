# The id is id.
terraform import twilio_knowledge_source.manual aia_know_0123456789abcdef0123456789abcdef
