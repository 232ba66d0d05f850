# A second auth token, valid beside the first while clients move over. Destroying the resource revokes it.
resource "twilio_accounts_secondary_auth_token" "rotation" {}
