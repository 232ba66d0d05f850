# Twilio encrypts recordings with the public half; only who has the private half can listen.
resource "twilio_accounts_credential_public_key" "recordings" {
  friendly_name = "Recording encryption"
  public_key    = file("${path.module}/recordings.pub.pem")
}
