# The id is sid.
terraform import twilio_iam_oauth_app.dashboard OQ0123456789abcdef0123456789abcdef
