# A call is made when the resource is created, once; destroying the resource deletes its record.
resource "twilio_api_call" "smoke_test" {
  to    = "+14155550100"
  from  = "+15005550006"
  twiml = "<Response><Say>The deployment is done.</Say></Response>"
}
