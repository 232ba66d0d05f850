"""Terraform's language and plugin protocol. Knows nothing of what any provider manages."""
