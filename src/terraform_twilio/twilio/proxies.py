"""Whether a request goes through a proxy, and which: a function of the environment, by the rules Go programs follow.

1. HTTPS_PROXY for https, HTTP_PROXY for http; lower case is accepted and comes second.
2. localhost and loopback addresses never go through a proxy.
3. NO_PROXY: a comma list of `*`, host names (their subdomains too), .domains (subdomains only), addresses and IPv4
   networks, each with an optional port.
"""

from __future__ import annotations

from terraform_twilio.twilio.addressing import split_authority
from terraform_twilio.twilio.errors import UnusableValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.twilio.addressing import Origin


class Proxy:
    """`user` and `password` are decoded, or None."""

    __slots__ = ("host", "password", "port", "user")

    def __init__(self, host: str, port: int, user: str | None, password: str | None) -> None:
        self.host = host
        self.port = port
        self.user = user
        self.password = password


def proxy_for(origin: Origin, environ: dict) -> Proxy | None:
    """The proxy to use; raises UnusableValue, without showing the URL, for one that cannot be."""
    name = origin.scheme.upper() + "_PROXY"
    url = environ.get(name) or environ.get(name.lower())
    if not url or _is_local(origin.host) or _is_exempt(origin,
                                                       environ.get("NO_PROXY") or environ.get("no_proxy") or ""):
        return None
    return _parsed(url.strip(), name)


def _parsed(url: str, name: str) -> Proxy:
    scheme, found, rest = url.partition("://")
    if not found:
        scheme, rest = "http", url
    if scheme.lower() != "http":
        raise UnusableValue(f"{name} names a proxy that is reached over {scheme[:10]!r}: only http:// can be used.")
    login, at, authority = rest.partition("/")[0].rpartition("@")
    host, port = split_authority(authority, 80)
    user, _, password = login.partition(":")
    return Proxy(host, port, percent_decode(user) if at else None, percent_decode(password) if at else None)


def percent_decode(text: str) -> str:
    first, *pieces = text.encode().split(b"%")
    decoded = [_decoded(piece) for piece in pieces]
    return b"".join([first, *decoded]).decode("utf-8", "replace")


def _decoded(piece: bytes) -> bytes:
    try:
        return bytes.fromhex(piece[:2].decode()) + piece[2:] if len(piece) > 1 else b"%" + piece
    except ValueError:
        return b"%" + piece


def _is_local(host: str) -> bool:
    return host.lower() == "localhost" or host == "::1" or (_address(host) or 0) >> 24 == 127


def _is_exempt(origin: Origin, no_proxy: str) -> bool:
    return any(_matches(entry.strip().lower(), origin) for entry in no_proxy.split(",") if entry.strip())


def _matches(entry: str, origin: Origin) -> bool:
    host = origin.host.lower()
    if entry == "*":
        return True
    if "/" in entry:
        return _in_network(host, entry)
    name, _, port = entry.partition(":") if entry.count(":") == 1 else (entry, "", "")
    if port and port != str(origin.port):
        return False
    name = name.removeprefix("*")
    return host == name or host.endswith(name if name.startswith(".") else "." + name)


def _in_network(host: str, network: str) -> bool:
    base, _, length = network.partition("/")
    address, first = _address(host), _address(base)
    if address is None or first is None or not length.isdecimal() or int(length) > 32:
        return False
    shift = 32 - int(length)
    return address >> shift == first >> shift


def _address(host: str) -> int | None:
    parts = host.split(".")
    if len(parts) != 4 or not all(part.isdecimal() and part.isascii() and int(part) < 256 for part in parts):
        return None
    return int.from_bytes(bytes([int(part) for part in parts]), "big")
