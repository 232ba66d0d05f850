"""The variables that lead any client of Twilio to an emulator, whatever it is written in.

| variable | who reads it |
|---|---|
| HTTPS_PROXY, HTTP_PROXY | Python (requests), Go, curl; Twilio's library for Node reads HTTP_PROXY alone |
| NO_PROXY | all of them: this machine is reached directly |
| SSL_CERT_FILE | Go, OpenSSL, Python's ssl, aiohttp |
| REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE | Python (requests), curl |
| NODE_EXTRA_CA_CERTS | Node |
| TWILIO_ENDPOINT | this project's provider |

Small letters too: where both are set, Python prefers those.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

from terraform_twilio.emulator.tls.authority import Authority

DIRECT = "127.0.0.1,localhost,::1"
PROXIES, BUNDLES = ("HTTPS_PROXY", "HTTP_PROXY"), ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


def variables(url: str, authority: Authority) -> dict[str, str]:
    """The environment of a client of the emulator at a URL."""
    proxies = dict.fromkeys(PROXIES, url) | {"NO_PROXY": DIRECT}
    small = {name.lower(): value for name, value in proxies.items()}
    bundles = dict.fromkeys(BUNDLES, str(authority.bundle))
    return {**proxies, **small, **bundles, "NODE_EXTRA_CA_CERTS": str(authority.ca), "TWILIO_ENDPOINT": url}


def exports(settings: Mapping[str, str]) -> str:
    """Lines for a shell's `eval`."""
    return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in settings.items())


def unsets(settings: Mapping[str, str]) -> str:
    """Lines that take the exports back."""
    return "".join(f"unset {name}\n" for name in settings)


def state_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where this user's authority is kept unless another folder is named."""
    state = environ.get("XDG_STATE_HOME") or Path(environ.get("HOME") or Path.home(), ".local", "state")
    return Path(state, "terraform-provider-twilio", "emulator")
