# The id is ip_access_control_list_sid/sid.
terraform import 'twilio_api_sip_ip_address.office["Berlin"]' AL0123456789abcdef0123456789abcdef/IP0123456789abcdef0123456789abcdef
