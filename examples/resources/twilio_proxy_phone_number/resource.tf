resource "twilio_proxy_service" "rides" {
  unique_name = "rides"
}

resource "twilio_api_incoming_phone_number" "rides" {
  area_code = "415"
}

resource "twilio_proxy_phone_number" "rides" {
  service_sid = twilio_proxy_service.rides.sid
  sid         = twilio_api_incoming_phone_number.rides.sid
  is_reserved = false
}
