# The id is phone_number.
terraform import twilio_verify_safelist_number.test_phone +14155550100
