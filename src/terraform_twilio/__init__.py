"""A Terraform provider for Twilio: the plugin, the catalogue it is driven by, and a local Twilio to try it on."""

__version__ = "0.1.0"
