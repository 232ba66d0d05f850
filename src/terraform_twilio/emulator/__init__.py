"""A Twilio that runs on your desk. A second opinion: shares no code with the client or the engine."""
