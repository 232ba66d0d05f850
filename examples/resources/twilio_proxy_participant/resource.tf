resource "twilio_proxy_service" "rides" {
  unique_name = "rides"
}

resource "twilio_api_incoming_phone_number" "rides" {
  area_code = "415"
}

resource "twilio_proxy_phone_number" "rides" {
  service_sid = twilio_proxy_service.rides.sid
  sid         = twilio_api_incoming_phone_number.rides.sid
}

resource "twilio_proxy_session" "ride_1234" {
  service_sid = twilio_proxy_service.rides.sid
  unique_name = "ride-1234"
}

# The rider writes to and calls a number of the pool, and reaches the driver.
resource "twilio_proxy_participant" "rider" {
  service_sid          = twilio_proxy_service.rides.sid
  session_sid          = twilio_proxy_session.ride_1234.sid
  friendly_name        = "Rider"
  identifier           = "+14155550100"
  proxy_identifier_sid = twilio_proxy_phone_number.rides.sid
}
