# An eSIM that devices download; wait_for waits until it can be.
resource "twilio_supersim_esim_profile" "tracker" {
  generate_matching_id = true
  callback_url         = "https://devices.example.com/esim"
  wait_for             = "available"
}
