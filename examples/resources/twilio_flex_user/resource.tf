# Flex makes a user when an agent signs in for the first time; Terraform takes one over.
resource "twilio_flex_user" "ada" {
  instance_sid  = "GO0123456789abcdef0123456789abcdef"
  flex_user_sid = "FU0123456789abcdef0123456789abcdef"
  email         = "ada@example.com"
  locale        = "en-GB"
}
