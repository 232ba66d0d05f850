# The id is sid.
terraform import twilio_marketplace_listing.spam_filter XB0123456789abcdef0123456789abcdef
