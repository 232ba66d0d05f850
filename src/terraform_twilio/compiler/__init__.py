"""OpenAPI documents and overrides -> catalogue text. Runs on a maintainer's machine, never on a practitioner's."""
