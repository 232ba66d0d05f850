# The id is sid.
terraform import twilio_api_connect_app.reporting CN0123456789abcdef0123456789abcdef
