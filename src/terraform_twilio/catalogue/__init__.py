"""What can be managed, as data: the one place where Terraform's words and Twilio's words meet."""
