# The id is service_sid/identity/sid.
terraform import twilio_verify_factor.authenticator VA0123456789abcdef0123456789abcdef/user-1234-5678/YF0123456789abcdef0123456789abcdef
