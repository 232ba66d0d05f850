"""What Terraform puts into our environment, and the one line that answers it."""

from __future__ import annotations

from binascii import b2a_base64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from terraform_twilio.terraform.plugin.listener import Listener

PROTOCOL = 6
_CORE_PROTOCOL = 1
_COOKIE_NAME = "TF_PLUGIN_MAGIC_COOKIE"
_COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2"

REFUSAL = """\
This is a Terraform provider. It is not started by hand: `terraform` starts it when a configuration uses it.
With -debug it waits for a `terraform` that is told of it by TF_REATTACH_PROVIDERS.
"""


def is_started_by_terraform(environ: Mapping[str, str]) -> bool:
    return environ.get(_COOKIE_NAME) == _COOKIE


def client_certificate(environ: Mapping[str, str]) -> str:
    """The PEM text of the only client we may serve; "" where Terraform asks for plaintext."""
    return environ.get("PLUGIN_CLIENT_CERT", "")


def line(environ: Mapping[str, str], listener: Listener, certificate: bytes) -> bytes:
    """Versions, address, protocol and our certificate; and, for a host that asks, that it cannot multiplex."""
    encoded = b2a_base64(certificate, newline=False).rstrip(b"=").decode()
    fields = [str(_CORE_PROTOCOL), str(PROTOCOL), listener.network, listener.address, "grpc", encoded]
    if environ.get("PLUGIN_MULTIPLEX_GRPC"):
        fields.append("false")
    return "|".join(fields).encode() + b"\n"
