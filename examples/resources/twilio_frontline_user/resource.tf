# Frontline makes a user when somebody signs in for the first time; Terraform takes one over.
resource "twilio_frontline_user" "ada" {
  sid           = "US0123456789abcdef0123456789abcdef"
  friendly_name = "Ada"
  avatar        = "https://people.example.com/ada.png"
  is_available  = true
}
