# The id is service_sid/identity.
terraform import twilio_verify_entity.user_1234 VA0123456789abcdef0123456789abcdef/user-1234-5678
