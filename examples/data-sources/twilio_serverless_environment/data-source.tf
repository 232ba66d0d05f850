# Where a service that the Serverless Toolkit deploys is to be reached.
data "twilio_serverless_environment" "production" {
  service_sid = data.twilio_serverless_service.toolkit.sid
  unique_name = "production"
}

data "twilio_serverless_service" "toolkit" {
  unique_name = "toolkit"
}

output "toolkit_domain" {
  value = data.twilio_serverless_environment.production.domain_name
}
