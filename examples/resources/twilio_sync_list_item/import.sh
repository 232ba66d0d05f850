# The id is service_sid/list_sid/index.
terraform import twilio_sync_list_item.record IS0123456789abcdef0123456789abcdef/ES0123456789abcdef0123456789abcdef/0
