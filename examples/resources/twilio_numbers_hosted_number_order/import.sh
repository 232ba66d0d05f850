# The id is sid.
terraform import twilio_numbers_hosted_number_order.front_desk HR0123456789abcdef0123456789abcdef
