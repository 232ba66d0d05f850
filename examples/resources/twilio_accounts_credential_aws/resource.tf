# Write-only at Twilio: what it holds is never shown again, so keep it where your secrets are kept.
variable "aws_access_key_id" {
  type      = string
  sensitive = true
}

variable "aws_secret_access_key" {
  type      = string
  sensitive = true
}

resource "twilio_accounts_credential_aws" "recordings" {
  friendly_name = "Writes recordings to S3"
  credentials   = "${var.aws_access_key_id}:${var.aws_secret_access_key}"
}
