resource "twilio_serverless_service" "hello" {
  unique_name   = "hello"
  friendly_name = "Hello"
}

# The code may also stand in a file: content = file("hello.js"), or source and source_hash for a large one.
resource "twilio_serverless_function" "hello" {
  service_sid   = twilio_serverless_service.hello.sid
  friendly_name = "Hello"
  path          = "/hello"
  visibility    = "protected"

  content = <<-EOT
    exports.handler = (context, event, callback) => {
      const answer = new Twilio.twiml.VoiceResponse();
      answer.say(`Ahoy, $${event.Name || 'stranger'}!`);
      callback(null, answer);
    };
  EOT

  # Twilio deletes nothing that is deployed: a new build comes first.
  lifecycle {
    create_before_destroy = true
  }
}
