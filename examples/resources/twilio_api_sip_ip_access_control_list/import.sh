# The id is sid.
terraform import twilio_api_sip_ip_access_control_list.offices AL0123456789abcdef0123456789abcdef
