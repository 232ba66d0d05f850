# The id is phone_number.
terraform import twilio_accounts_safelist_number.on_call_phone +14155550100
