# The organization's and the role's SIDs stand in Twilio Admin.
resource "twilio_iam_organization_user" "ada" {
  organization_sid = "OR0123456789abcdef0123456789abcdef"
  user_name        = "ada@example.com"
  schemas          = ["urn:ietf:params:scim:schemas:core:2.0:User"]
}

resource "twilio_iam_organization_role_assignment" "ada_reads_everything" {
  organization_sid = twilio_iam_organization_user.ada.organization_sid
  identity         = twilio_iam_organization_user.ada.user_sid
  role_sid         = "IX0123456789abcdef0123456789abcdef"
  scope            = twilio_iam_organization_user.ada.organization_sid
}
