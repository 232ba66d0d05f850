# Answers a text, and says where a caller can find help. The definition is what Studio exports ("Show Flow JSON"), so it
# may also stand in a file of its own: definition = file("welcome.json").
resource "twilio_studio_flow" "welcome" {
  friendly_name  = "Welcome"
  status         = "published"
  commit_message = "Say where to find help"

  definition = jsonencode({
    description   = "Says hello to whoever writes or calls."
    initial_state = "Trigger"
    flags         = { allow_concurrent_calls = true }

    states = [
      {
        name       = "Trigger"
        type       = "trigger"
        properties = { offset = { x = 0, y = 0 } }
        transitions = [
          { event = "incomingMessage", next = "say_hello" },
          { event = "incomingCall", next = "read_out" },
          { event = "incomingRequest" },
        ]
      },
      {
        name = "say_hello"
        type = "send-message"
        properties = {
          offset  = { x = -200, y = 200 }
          service = "{{trigger.message.InstanceSid}}"
          channel = "{{trigger.message.ChannelSid}}"
          from    = "{{flow.channel.address}}"
          to      = "{{contact.channel.address}}"
          body    = "Ahoy! You find help at https://help.example.com."
        }
        transitions = [{ event = "sent" }, { event = "failed" }]
      },
      {
        name = "read_out"
        type = "say-play"
        properties = {
          offset = { x = 200, y = 200 }
          say    = "Ahoy! You find help at help dot example dot com."
          loop   = 1
        }
        transitions = [{ event = "audioComplete" }]
      },
    ]
  })

  # Ask Twilio while planning whether the definition is sound.
  validate = true
}

# The flow answers this number.
resource "twilio_api_incoming_phone_number" "welcome" {
  area_code = "415"
  voice_url = twilio_studio_flow.welcome.webhook_url
  sms_url   = twilio_studio_flow.welcome.webhook_url
}
