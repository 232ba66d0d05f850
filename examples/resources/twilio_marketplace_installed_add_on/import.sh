# The id is sid.
terraform import twilio_marketplace_installed_add_on.spam_filter XE0123456789abcdef0123456789abcdef
