# The id is field/bucket.
terraform import twilio_lookups_rate_limit.signup line_type_intelligence/signup
