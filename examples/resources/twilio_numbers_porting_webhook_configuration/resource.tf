resource "twilio_numbers_porting_webhook_configuration" "port_in" {
  webhook_type       = "PORT_IN"
  port_in_target_url = "https://telecoms.example.com/porting"
  notifications_of   = ["PortInCompleted", "PortInActionRequired"]
}
