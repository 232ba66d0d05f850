"""Where a product's host is reached: region, edge, or one endpoint for everything.

1. Hosts are product.edge.region.twilio.com, or product.twilio.com where neither is chosen.
2. An edge without a region means us1. A region without an edge means the edge beside it, where one is known.
3. With an endpoint, a request goes to <endpoint>/<host>/<path>.
"""

from __future__ import annotations

from terraform_twilio.twilio.errors import UnusableValue

V2010_HOST = "api.twilio.com"
DEFAULT_REGION = "us1"

_EDGES = {"au1": "sydney", "br1": "sao-paulo", "de1": "frankfurt", "ie1": "dublin", "jp1": "tokyo", "jp2": "osaka",
          "sg1": "singapore", "us1": "ashburn", "us2": "umatilla"}
_PORTS = {"http": 80, "https": 443}
_LABEL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class Origin:
    """Scheme, host name and port of a server; `prefix` is what stands before every path there."""

    __slots__ = ("host", "port", "prefix", "scheme")

    def __init__(self, scheme: str, host: str, port: int, prefix: str = "") -> None:
        self.scheme = scheme
        self.host = host
        self.port = port
        self.prefix = prefix

    @property
    def authority(self) -> str:
        """As the Host header writes it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


class Place:
    """What is chosen once per client: an endpoint (an Origin, or None), a region and an edge (or None)."""

    __slots__ = ("edge", "endpoint", "region")

    def __init__(self, endpoint: Origin | None, region: str | None, edge: str | None) -> None:
        self.endpoint = endpoint
        self.region = region
        self.edge = edge

    def origin_of(self, host: str) -> Origin:
        """Where to reach the product that the documents name `host`."""
        routed = routed_host(host, self.region, self.edge)
        if self.endpoint is None:
            return Origin("https", routed, 443)
        return Origin(self.endpoint.scheme, self.endpoint.host, self.endpoint.port, f"{self.endpoint.prefix}/{routed}")


def place(endpoint: str | None, region: str | None, edge: str | None, environ: dict) -> Place:
    """The place these arguments name, completed by TWILIO_ENDPOINT, TWILIO_REGION and TWILIO_EDGE.

    Raises UnusableValue."""
    endpoint = endpoint or environ.get("TWILIO_ENDPOINT") or None
    region = _label("region", region or environ.get("TWILIO_REGION"))
    edge = _label("edge", edge or environ.get("TWILIO_EDGE"))
    return Place(origin(endpoint.strip()) if endpoint else None, region, edge)


def routed_host(host: str, region: str | None, edge: str | None) -> str:
    """`host` with edge and region in it."""
    if edge and not region:
        region = DEFAULT_REGION
    edge = edge or _EDGES.get(region or "")
    product, _, domain = host.partition(".")
    return ".".join([label for label in (product, edge, region, domain) if label])


def origin(url: str) -> Origin:
    """The origin a base URL names; raises UnusableValue."""
    scheme, found, rest = url.partition("://")
    authority, slash, path = rest.partition("/")
    if scheme not in _PORTS or not found or not authority:
        raise UnusableValue("The endpoint must be a URL such as http://127.0.0.1:8080 or https://example.com/twilio.")
    if any(character in url for character in "?#@ "):
        raise UnusableValue("The endpoint must be a plain URL: no user name, no query, no fragment.")
    host, port = split_authority(authority, _PORTS[scheme])
    return Origin(scheme, host, port, (slash + path).rstrip("/"))


def split_authority(authority: str, default_port: int) -> tuple[str, int]:
    """Host and port of `host`, `host:port`, `[v6]`, `[v6]:port`; raises UnusableValue."""
    host, bracket, port = authority.rpartition("]")
    if bracket:
        host, port = host.lstrip("["), port.lstrip(":")
    else:
        host, _, port = authority.partition(":")
    if not host or not host.isascii() or (port and not (port.isdecimal() and 0 < int(port) < 65536)):
        raise UnusableValue("The host name or the port in the endpoint's or the proxy's URL cannot be used.")
    return host, int(port) if port else default_port


def _label(name: str, text: str | None) -> str | None:
    label = (text or "").strip().lower()
    if not _LABEL.issuperset(label):
        raise UnusableValue(f"The {name} {label!r} cannot be part of a host name.")
    return label or None
