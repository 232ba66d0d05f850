variable "aws_access_key_id" {
  type      = string
  sensitive = true
}

variable "aws_secret_access_key" {
  type      = string
  sensitive = true
}

resource "twilio_accounts_credential_aws" "lessons" {
  friendly_name = "Writes lessons to S3"
  credentials   = "${var.aws_access_key_id}:${var.aws_secret_access_key}"
}

# There is one per account.
resource "twilio_video_recording_settings" "account" {
  friendly_name       = "Lessons"
  aws_storage_enabled = true
  aws_s3_url          = "https://lessons.s3.amazonaws.com/recordings"
  aws_credentials_sid = twilio_accounts_credential_aws.lessons.sid
}
