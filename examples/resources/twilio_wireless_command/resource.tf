# Sends a text to the device when the resource is created, once.
resource "twilio_wireless_command" "locate" {
  sim          = "DE0123456789abcdef0123456789abcdef"
  command      = "LOCATE"
  command_mode = "text"
  callback_url = "https://devices.example.com/commands"
}
