resource "twilio_api_sip_ip_access_control_list" "offices" {
  friendly_name = "Offices"
}
