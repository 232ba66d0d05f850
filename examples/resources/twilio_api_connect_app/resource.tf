# Connect apps are made in the Console; Terraform takes one over by its SID.
resource "twilio_api_connect_app" "reporting" {
  sid                    = "CN0123456789abcdef0123456789abcdef"
  friendly_name          = "Reporting"
  company_name           = "Acme Inc."
  description            = "Reads your call logs and sends you a weekly report."
  homepage_url           = "https://reporting.example.com"
  authorize_redirect_url = "https://reporting.example.com/twilio/authorized"
  permissions            = ["get-all"]
}
