# The id is phone_number/field.
terraform import twilio_lookups_phone_number_override.on_call_phone +14155550100/line_type
