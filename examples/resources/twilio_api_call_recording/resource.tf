resource "twilio_api_call" "interview" {
  to    = "+14155550100"
  from  = "+15005550006"
  twiml = "<Response><Dial>+14155550123</Dial></Response>"
}

# Starts a recording of a call that is in progress.
resource "twilio_api_call_recording" "interview" {
  call_sid                  = twilio_api_call.interview.sid
  recording_channels        = "dual"
  recording_status_callback = "https://example.com/recordings"
}
