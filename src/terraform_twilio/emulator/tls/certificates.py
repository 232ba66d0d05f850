"""X.509 certificates (RFC 5280): an authority's own, and those it signs for hosts.

1. The authority is good for Twilio's hosts and for this machine only (name constraints): whoever trusts it, and
   whoever steals its key, cannot use it for anything else.
2. Every certificate has the key identifiers and usages that strict clients ask for (Python 3.13, Go).
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
from datetime import UTC, datetime, timedelta

from terraform_twilio.emulator.tls.der import (
    BOOLEAN,
    SET,
    TEXT,
    bits,
    contents_of,
    element,
    from_pem,
    integer,
    moment,
    object_name,
    octets,
    sequence,
    tagged,
    to_pem,
)
from terraform_twilio.emulator.tls.p256 import Key

DOMAINS = ("twilio.com", "localhost")
"""What the authority may vouch for, with everything below it."""
ADDRESSES = (("127.0.0.0", "255.0.0.0"), ("::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))
"""And the addresses of this machine."""
AUTHORITY_DAYS, HOST_DAYS = 3650, 397
ECDSA_SHA256 = sequence(object_name("1.2.840.10045.4.3.2"))
PUBLIC_KEY_P256 = sequence(object_name("1.2.840.10045.2.1"), object_name("1.2.840.10045.3.1.7"))
COMMON_NAME, SERVER_AUTHENTICATION = object_name("2.5.4.3"), object_name("1.3.6.1.5.5.7.3.1")
KEY_IDENTIFIER, KEY_USAGE, HOSTS = "2.5.29.14", "2.5.29.15", "2.5.29.17"
BASIC, CONSTRAINTS, SIGNER, PURPOSE = "2.5.29.19", "2.5.29.30", "2.5.29.35", "2.5.29.37"
PRIVATE_KEY, CERTIFICATE = "EC PRIVATE KEY", "CERTIFICATE"


def extension(name: str, value: bytes, *, critical: bool = False) -> bytes:
    return sequence(object_name(name), element(BOOLEAN, b"\xff") if critical else b"", octets(value))


def identifier(key: Key) -> bytes:
    """What tells a key from others (RFC 7093, method 1)."""
    return hashlib.sha256(key.public).digest()[:20]


def named(host: str) -> bytes:
    """A host, or an address, as an alternative name."""
    try:
        return tagged(7, ipaddress.ip_address(host).packed, simple=True)
    except ValueError:
        return tagged(2, host.encode("ascii"), simple=True)


def permitted() -> bytes:
    """The name constraints of the authority."""
    hosts = [sequence(named(domain)) for domain in DOMAINS]
    networks = [sequence(tagged(7, *(ipaddress.ip_address(part).packed for part in network), simple=True))
                for network in ADDRESSES]
    return sequence(tagged(0, *hosts, *networks))


def common_name(text: str) -> bytes:
    return sequence(element(SET, sequence(COMMON_NAME, element(TEXT, text.encode()))))


def signed(signer: Key, issuer: str, subject: str, key: Key, now: float, days: int, extensions: list[bytes]) -> bytes:
    """A certificate for a key, in DER. It begins a day early, for clocks that are late."""
    today = datetime.fromtimestamp(now, UTC)
    body = sequence(
        tagged(0, integer(2)), integer(secrets.randbits(126) + 1), ECDSA_SHA256, common_name(issuer),
        sequence(moment(today - timedelta(days=1)), moment(today + timedelta(days=days))), common_name(subject),
        sequence(PUBLIC_KEY_P256, bits(key.public)), tagged(3, sequence(*extensions)))
    return sequence(body, ECDSA_SHA256, bits(sequence(*map(integer, signer.sign(body)))))


def authority_certificate(key: Key, name: str, now: float) -> bytes:
    """The authority's own certificate, signed by itself."""
    return signed(key, name, name, key, now, AUTHORITY_DAYS, [
        extension(BASIC, sequence(element(BOOLEAN, b"\xff"), integer(0)), critical=True),
        extension(KEY_USAGE, bits(b"\x06", 1), critical=True),
        extension(CONSTRAINTS, permitted(), critical=True),
        extension(KEY_IDENTIFIER, octets(identifier(key)))])


def host_certificate(signer: Key, issuer: str, key: Key, hosts: list[str], now: float) -> bytes:
    """A server's certificate for hosts and addresses."""
    return signed(signer, issuer, hosts[0][:64], key, now, HOST_DAYS, [
        extension(BASIC, sequence(), critical=True),
        extension(KEY_USAGE, bits(b"\x80", 7), critical=True),
        extension(PURPOSE, sequence(SERVER_AUTHENTICATION)),
        extension(HOSTS, sequence(*map(named, hosts))),
        extension(KEY_IDENTIFIER, octets(identifier(key))),
        extension(SIGNER, sequence(tagged(0, identifier(signer), simple=True)))])


def key_pem(key: Key) -> str:
    """A private key as OpenSSL reads it (RFC 5915)."""
    curve = object_name("1.2.840.10045.3.1.7")
    return to_pem(PRIVATE_KEY, sequence(integer(1), octets(key.secret.to_bytes(32, "big")), tagged(0, curve),
                                        tagged(1, bits(key.public))))


def key_from_pem(text: str) -> Key:
    """The private key that `key_pem` wrote; ValueError for anything else."""
    _, rest = contents_of(contents_of(from_pem(PRIVATE_KEY, text))[0])
    return Key(int.from_bytes(contents_of(rest)[0], "big"))
