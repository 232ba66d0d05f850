# The id is id.
terraform import twilio_assistants_tool.book_a_table aia_tool_0123456789abcdef0123456789abcdef
