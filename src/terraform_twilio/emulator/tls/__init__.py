"""TLS of the emulator's own: an authority, and certificates for whatever host of Twilio's a client asks for."""
