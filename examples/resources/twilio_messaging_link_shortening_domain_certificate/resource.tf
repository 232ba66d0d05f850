variable "tls_certificate" {
  description = "The certificate of the short domain and its private key, PEM."
  type        = string
  sensitive   = true
}

# The domain is added in the Console, which shows its SID.
resource "twilio_messaging_link_shortening_domain_certificate" "go" {
  domain_sid = "DN0123456789abcdef0123456789abcdef"
  tls_cert   = var.tls_certificate
}
