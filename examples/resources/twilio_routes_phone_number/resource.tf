resource "twilio_api_incoming_phone_number" "hotline" {
  area_code = "415"
}

# Calls to this number are processed in Ireland.
resource "twilio_routes_phone_number" "hotline" {
  phone_number  = twilio_api_incoming_phone_number.hotline.phone_number
  voice_region  = "ie1"
  friendly_name = "Hotline, in Ireland"
}
