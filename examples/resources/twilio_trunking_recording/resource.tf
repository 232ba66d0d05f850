resource "twilio_trunking_trunk" "pbx" {
  friendly_name = "PBX"
}

# Every trunk has this setting: Terraform takes it over, and puts it back when the resource is destroyed.
resource "twilio_trunking_recording" "pbx" {
  trunk_sid        = twilio_trunking_trunk.pbx.sid
  mode             = "record-from-answer-dual"
  trim             = "trim-silence"
  reset_on_destroy = true
}
