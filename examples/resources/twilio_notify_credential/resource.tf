variable "fcm_secret" {
  description = "The server key of the Firebase project."
  type        = string
  sensitive   = true
}

resource "twilio_notify_credential" "android" {
  friendly_name = "Android app"
  type          = "fcm"
  secret        = var.fcm_secret
}
