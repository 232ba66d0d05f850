"""Starts the provider of notes as a plugin; -debug, --tcp, and --public for the modules behind the private ones."""

import os
import sys

sys.path[:0] = [os.path.join(os.path.dirname(__file__), "..", "..", "src"), os.path.dirname(__file__)]
if "--public" in sys.argv:
    sys.modules["_queue"] = None
    sys.modules["_json"] = None

from terraform_twilio.terraform.plugin import native  # noqa: E402
from terraform_twilio.terraform.plugin.log import Log  # noqa: E402
from terraform_twilio.terraform.plugin.serve import serve  # noqa: E402


def new_provider():
    from thing_provider import ThingProvider

    return ThingProvider()


serve(
    new_provider,
    addresses=["registry.terraform.io/example/thing"],
    environ=os.environ,
    log=Log(os.environ, sys.stderr, "thing", variable="TF_LOG_PROVIDER_THING"),
    debug="-debug" in sys.argv,
    unix=native.HAS_UNIX_SOCKETS and "--tcp" not in sys.argv,
)
