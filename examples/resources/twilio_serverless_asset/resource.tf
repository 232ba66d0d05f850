resource "twilio_serverless_service" "site" {
  unique_name   = "site"
  friendly_name = "Site"
}

# A change of the file is a new version of the asset. A build takes the version, and a deployment the build.
resource "twilio_serverless_asset" "styles" {
  service_sid   = twilio_serverless_service.site.sid
  friendly_name = "Styles"
  path          = "/styles.css"
  visibility    = "public"
  content_type  = "text/css"
  content       = "body { font-family: sans-serif; }"

  # Twilio deletes nothing that is deployed: a new build comes first.
  lifecycle {
    create_before_destroy = true
  }
}
