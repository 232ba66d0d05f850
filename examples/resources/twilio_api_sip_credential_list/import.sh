# The id is sid.
terraform import twilio_api_sip_credential_list.desk_phones CL0123456789abcdef0123456789abcdef
