"""How Terraform starts a plugin and talks to it: handshake, certificate, HTTP/2, gRPC, lifetime."""
