# A text is sent when the resource is created, once; destroying the resource deletes its record.
resource "twilio_api_message" "deployed" {
  to   = "+14155550100"
  from = "+15005550006"
  body = "The deployment is done."
}
