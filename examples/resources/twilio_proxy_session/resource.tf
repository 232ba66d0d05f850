resource "twilio_proxy_service" "rides" {
  unique_name = "rides"
}

resource "twilio_proxy_session" "ride_1234" {
  service_sid = twilio_proxy_service.rides.sid
  unique_name = "ride-1234"
  mode        = "voice-and-message"
  ttl         = 7200
}
