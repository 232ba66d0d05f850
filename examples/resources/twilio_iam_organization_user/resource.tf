resource "twilio_iam_organization_user" "ada" {
  organization_sid = "OR0123456789abcdef0123456789abcdef"
  user_name        = "ada@example.com"
  external_id      = "okta|ada"
  display_name     = "Ada Lovelace"
  name             = jsonencode({ givenName = "Ada", familyName = "Lovelace" })
  emails           = [jsonencode({ value = "ada@example.com", type = "work", primary = true })]
  schemas          = ["urn:ietf:params:scim:schemas:core:2.0:User"]
  timezone         = "Europe/London"
  active           = true
}
