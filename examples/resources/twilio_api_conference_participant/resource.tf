# Calls somebody into a conference, which is known by the SID that Twilio gave it when it began.
resource "twilio_api_conference_participant" "interpreter" {
  conference_sid         = "CF0123456789abcdef0123456789abcdef"
  from                   = "+15005550006"
  to                     = "+14155550100"
  label                  = "interpreter"
  end_conference_on_exit = false
}
