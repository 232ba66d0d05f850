# What the business wants to do: here, text people in the United States from ordinary numbers.
resource "twilio_trusthub_trust_product" "a2p" {
  friendly_name   = "Acme Inc. A2P"
  email           = "compliance@example.com"
  policy_sid      = "RNb0d4771c2c98518d916a3d4cd70a8f8b" # A2P messaging profile
  status_callback = "https://compliance.example.com/products"
}
