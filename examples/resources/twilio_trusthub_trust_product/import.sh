# The id is sid.
terraform import twilio_trusthub_trust_product.a2p BU0123456789abcdef0123456789abcdef
