variable "fcm_secret" {
  description = "The server key of the Firebase project."
  type        = string
  sensitive   = true
}

# Push notifications to an Android app.
resource "twilio_conversations_credential" "android" {
  friendly_name = "Android app"
  type          = "fcm"
  secret        = var.fcm_secret
}
