# The id is bundle_sid.
terraform import twilio_numbers_bundle_submission.germany BU0123456789abcdef0123456789abcdef
