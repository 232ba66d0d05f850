# The id is phone_number.
terraform import twilio_routes_phone_number.hotline +14155550100
