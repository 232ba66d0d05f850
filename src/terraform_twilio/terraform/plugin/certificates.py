"""The certificate of one launch: self-signed, ECDSA on P-256, what Go's verifier asks of a server and nothing more."""

from __future__ import annotations

import time
from binascii import b2a_base64

from terraform_twilio.terraform.plugin import p256
from terraform_twilio.terraform.plugin.native import system

_INTEGER = 0x02
_BIT_STRING = 0x03
_OCTET_STRING = 0x04
_OID = 0x06
_UTF8_STRING = 0x0C
_GENERALIZED_TIME = 0x18
_SEQUENCE = 0x30
_SET = 0x31
_DNS_NAME = 0x82

_EC_PUBLIC_KEY = "2a8648ce3d0201"
_PRIME256V1 = "2a8648ce3d030107"
_ECDSA_WITH_SHA256 = "2a8648ce3d040302"
_COMMON_NAME = "550403"
_KEY_USAGE = "551d0f"
_SUBJECT_ALTERNATIVE_NAME = "551d11"
_BASIC_CONSTRAINTS = "551d13"
_EXTENDED_KEY_USAGE = "551d25"
_SERVER_AUTHENTICATION = "2b06010505070301"
_CLIENT_AUTHENTICATION = "2b06010505070302"

_TRUE = bytes.fromhex("0101ff")
_CRITICAL = _TRUE
_SIGN_AND_AGREE = bytes.fromhex("030202ac")  # digital signature, key encipherment, key agreement, certificate signing
_CLOCK_SKEW = 3600
_LIFETIME = 30 * 365 * 86_400


class Certificate:
    """`der` goes into the handshake line, `pem` (certificate and key) into the TLS library."""

    __slots__ = ("der", "pem")

    def __init__(self, der: bytes, pem: bytes) -> None:
        self.der = der
        self.pem = pem


def make_certificate(now: float | None = None) -> Certificate:
    """A fresh key and its certificate for `localhost`."""
    private, public = p256.new_key()
    body = _body(public, time.time() if now is None else now)
    signature = _sequence(*(_integer(number) for number in p256.sign(private, body)))
    der = _sequence(body, _sequence(_oid(_ECDSA_WITH_SHA256)), _bits(signature))
    return Certificate(der, _pem("CERTIFICATE", der) + _pem("EC PRIVATE KEY", _private_key(private, public)))


def _body(public: bytes, now: float) -> bytes:
    name = _sequence(_der(_SET, _sequence(_oid(_COMMON_NAME), _der(_UTF8_STRING, b"localhost"))))
    return _sequence(
        _der(0xA0, _integer(2)), _integer(int.from_bytes(system.urandom(8), "big") | 1),
        _sequence(_oid(_ECDSA_WITH_SHA256)), name, _sequence(_time(now - _CLOCK_SKEW), _time(now + _LIFETIME)), name,
        _sequence(_sequence(_oid(_EC_PUBLIC_KEY), _oid(_PRIME256V1)), _bits(public)), _der(0xA3, _extensions()))


def _extensions() -> bytes:
    usages = _sequence(_oid(_SERVER_AUTHENTICATION), _oid(_CLIENT_AUTHENTICATION))
    return _sequence(
        _extension(_BASIC_CONSTRAINTS, _sequence(_TRUE), _CRITICAL), _extension(_KEY_USAGE, _SIGN_AND_AGREE, _CRITICAL),
        _extension(_EXTENDED_KEY_USAGE, usages),
        _extension(_SUBJECT_ALTERNATIVE_NAME, _sequence(_der(_DNS_NAME, b"localhost"))))


def _extension(identifier: str, content: bytes, critical: bytes = b"") -> bytes:
    return _sequence(_oid(identifier), critical, _der(_OCTET_STRING, content))


def _private_key(private: int, public: bytes) -> bytes:
    return _sequence(_integer(1), _der(_OCTET_STRING, private.to_bytes(32, "big")), _der(0xA0, _oid(_PRIME256V1)),
                     _der(0xA1, _bits(public)))


def _pem(label: str, der: bytes) -> bytes:
    text = b2a_base64(der, newline=False)
    lines = [text[at:at + 64] for at in range(0, len(text), 64)]
    return b"\n".join((f"-----BEGIN {label}-----".encode(), *lines, f"-----END {label}-----".encode(), b""))


def _der(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 0x80:
        return bytes((tag, length)) + content
    digits = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(digits))) + digits + content


def _sequence(*parts: bytes) -> bytes:
    return _der(_SEQUENCE, b"".join(parts))


def _integer(value: int) -> bytes:
    return _der(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _oid(identifier: str) -> bytes:
    return _der(_OID, bytes.fromhex(identifier))


def _bits(content: bytes) -> bytes:
    return _der(_BIT_STRING, b"\0" + content)


def _time(seconds: float) -> bytes:
    return _der(_GENERALIZED_TIME, time.strftime("%Y%m%d%H%M%SZ", time.gmtime(seconds)).encode())
