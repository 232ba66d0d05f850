# With `source` the file is uploaded. Twilio never changes a file: another `source_hash` is another document.
resource "twilio_numbers_supporting_document" "registration" {
  friendly_name = "Extract of the commercial register"
  type          = "commercial_registrar_excerpt"
  source        = "${path.module}/register.pdf"
  source_hash   = filesha256("${path.module}/register.pdf")

  attributes = jsonencode({
    business_name   = "Acme GmbH"
    document_number = "HRB 123456"
  })
}
