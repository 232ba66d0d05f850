"""ECDSA on the curve P-256 (FIPS 186-5), for the handful of certificates that an emulator signs.

Not in constant time, and a few milliseconds a signature: no place for a key that protects anything but a test.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

P = 2**256 - 2**224 + 2**192 + 2**96 - 1
"""The field's prime."""
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The base point's order."""
BASE = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
NOTHING = (0, 1, 0)
"""The point at infinity; points are Jacobian: (X, Y, Z) stands for (X/Z², Y/Z³)."""

Point = tuple[int, int, int]


def doubled(point: Point) -> Point:
    """Twice a point; the curve's coefficient a is -3."""
    x, y, z = point
    delta, gamma = z * z % P, y * y % P
    beta, alpha = x * gamma % P, 3 * (x - delta) * (x + delta) % P
    new_x = (alpha * alpha - 8 * beta) % P
    return new_x, (alpha * (4 * beta - new_x) - 8 * gamma * gamma) % P, 2 * y * z % P


def added(one: Point, other: Point) -> Point:
    """The sum of two points."""
    if not one[2] or not other[2]:
        return other if not one[2] else one
    square_one, square_other = one[2] * one[2] % P, other[2] * other[2] % P
    u, v = one[0] * square_other % P, other[0] * square_one % P
    s, t = one[1] * square_other * other[2] % P, other[1] * square_one * one[2] % P
    if u == v:
        return doubled(one) if s == t else NOTHING
    h, r = (v - u) % P, (t - s) % P
    h_squared = h * h % P
    h_cubed, w = h * h_squared % P, u * h_squared % P
    x = (r * r - h_cubed - 2 * w) % P
    return x, (r * (w - x) - s * h_cubed) % P, h * one[2] * other[2] % P


def multiplied(factor: int) -> tuple[int, int]:
    """The base point so many times, as (x, y)."""
    total, power = NOTHING, (*BASE, 1)
    while factor:
        if factor & 1:
            total = added(total, power)
        power, factor = doubled(power), factor >> 1
    inverse = pow(total[2], -1, P)
    return total[0] * inverse * inverse % P, total[1] * inverse**3 % P


class Key:
    """A private key, and its public point as X.509 writes it (uncompressed)."""

    __slots__ = ("public", "secret")

    def __init__(self, secret: int) -> None:
        self.secret = secret
        x, y = multiplied(secret)
        self.public = b"\x04" + x.to_bytes(32, "big") + y.to_bytes(32, "big")

    def sign(self, message: bytes, random: Callable[[], int] | None = None) -> tuple[int, int]:
        """The signature (r, s) over the SHA-256 of a message."""
        nonce = (random or random_scalar)()
        r = multiplied(nonce)[0] % N
        digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
        return r, pow(nonce, -1, N) * (digest + r * self.secret) % N


def random_scalar() -> int:
    """A number from 1 to N - 1."""
    return 1 + secrets.randbelow(N - 1)


def new_key() -> Key:
    return Key(random_scalar())
