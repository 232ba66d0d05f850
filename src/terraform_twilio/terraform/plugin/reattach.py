"""What a developer pastes so that Terraform dials a provider that already runs."""

from __future__ import annotations

from terraform_twilio.terraform import json_text
from terraform_twilio.terraform.plugin.handshake import PROTOCOL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from terraform_twilio.terraform.plugin.listener import Listener


def instructions(addresses: Sequence[str], listener: Listener, process: int) -> bytes:
    """The environment variable, for a POSIX shell, behind a comment that says what to do with it."""
    plugin = {"Protocol": "grpc", "ProtocolVersion": PROTOCOL, "Pid": process, "Test": True,
              "Addr": {"Network": listener.network, "String": listener.address}}
    text = json_text.dumps(dict.fromkeys(addresses, plugin)).replace("'", "'\\''")
    return ("# The provider waits. Run this where you run terraform; stop the provider with Ctrl-C.\n"
            f"export TF_REATTACH_PROVIDERS='{text}'\n").encode()
