# The id is webhook_type.
terraform import twilio_numbers_porting_webhook_configuration.port_in PORT_IN
