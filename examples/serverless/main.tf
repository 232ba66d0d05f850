# A Serverless service in full: a function, an asset, the build of both, an environment with a variable, a deployment.
# Change functions/hello.js and apply: a new version, a new build and a new deployment follow, in place and without a gap.

variable "endpoint" {
  description = "Where Twilio answers; Twilio itself when null and TWILIO_ENDPOINT is not set."
  type        = string
  default     = null
}

variable "greeting" {
  description = "What the function says."
  type        = string
  default     = "Ahoy!"
}

provider "twilio" {
  endpoint = var.endpoint
}

resource "twilio_serverless_service" "hello" {
  unique_name   = "hello"
  friendly_name = "Hello"
}

resource "twilio_serverless_function" "hello" {
  service_sid   = twilio_serverless_service.hello.sid
  friendly_name = "Hello"
  path          = "/hello"
  visibility    = "protected"
  content       = file("${path.module}/functions/hello.js")

  # When the block is removed, the function goes after the build that held it. Twilio deletes nothing that is deployed.
  lifecycle {
    create_before_destroy = true
  }
}

resource "twilio_serverless_asset" "logo" {
  service_sid   = twilio_serverless_service.hello.sid
  friendly_name = "Logo"
  path          = "/logo.svg"
  visibility    = "public"
  source        = "${path.module}/assets/logo.svg"
  source_hash   = filesha256("${path.module}/assets/logo.svg")

  lifecycle {
    create_before_destroy = true
  }
}

resource "twilio_serverless_build" "hello" {
  service_sid       = twilio_serverless_service.hello.sid
  function_versions = [twilio_serverless_function.hello.version_sid]
  asset_versions    = [twilio_serverless_asset.logo.version_sid]
  runtime           = "node22"
  dependencies = jsonencode([
    { name = "twilio", version = "5.0.3" },
    { name = "@twilio/runtime-handler", version = "2.0.1" },
  ])
}

resource "twilio_serverless_environment" "test" {
  service_sid   = twilio_serverless_service.hello.sid
  unique_name   = "test"
  domain_suffix = "test"
}

resource "twilio_serverless_variable" "greeting" {
  service_sid     = twilio_serverless_service.hello.sid
  environment_sid = twilio_serverless_environment.test.sid
  key             = "GREETING"
  value           = var.greeting
}

resource "twilio_serverless_deployment" "test" {
  service_sid     = twilio_serverless_service.hello.sid
  environment_sid = twilio_serverless_environment.test.sid
  build_sid       = twilio_serverless_build.hello.sid
}

output "url" {
  value = "https://${twilio_serverless_environment.test.domain_name}${twilio_serverless_function.hello.path}"
}
