# The id is resource_type.
terraform import twilio_bulkexports_export_configuration.messages Messages
