# The id is service_sid/map_sid/key.
terraform import twilio_sync_map_item.ada IS0123456789abcdef0123456789abcdef/MP0123456789abcdef0123456789abcdef/ada
