"""Start the plugin: what runs before the handshake line, and therefore imports as little as it can."""

from __future__ import annotations

from posix import environ as process_environ
from sys import stderr

from terraform_twilio.terraform.plugin.log import Log
from terraform_twilio.terraform.plugin.serve import serve

ADDRESSES = ("registry.terraform.io/hashicorp/twilio", "registry.terraform.io/twilio/twilio",
             "registry.opentofu.org/hashicorp/twilio", "registry.opentofu.org/twilio/twilio")
DEBUG = "-debug"


def main(arguments: list[str]) -> None:
    """Serve until Terraform is done; with `-debug`, until killed. Never returns."""
    environ = {name.decode(errors="replace"): text.decode(errors="replace") for name, text in process_environ.items()}
    log = Log(environ, stderr, "twilio", variable="TF_LOG_PROVIDER_TWILIO")

    def new_provider() -> object:
        from terraform_twilio.provider import new_provider  # 5 ms that pass while Terraform dials

        return new_provider(environ, log)

    def schema() -> bytes:
        from terraform_twilio.catalogue.lookup import read_compiled  # 1 ms that passes while Terraform dials

        return read_compiled("schema.bin")

    serve(new_provider, schema=schema, addresses=ADDRESSES, environ=environ, log=log, debug=DEBUG in arguments)
