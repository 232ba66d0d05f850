# What the person who signs a letter of authorization gets to see.
resource "twilio_numbers_signing_request_configuration" "us_porting" {
  country         = "US"
  product         = "Porting"
  friendly_name   = "Acme porting"
  email_subject   = "Please sign: moving your number to Acme"
  email_message   = "This letter lets us move your number. It takes two minutes."
  url_redirection = "https://www.example.com/signed"
}
