"""One key pair and one signature on P-256, in a millisecond, without importing anything.

1. Multiples of the generator use a comb: 2**TEETH - 1 points made once, `p256_table`, then 256 / TEETH doublings.
2. This is not constant-time. It signs once, with a key that lives as long as one launch; every signature of the TLS
   sessions is OpenSSL's.
"""

from __future__ import annotations

from terraform_twilio.terraform.plugin.native import sha256, system

P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
GENERATOR = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
             0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
TEETH = 6
SPACING = -(-256 // TEETH)
_INFINITY = (0, 1, 0)


def new_key() -> tuple[int, bytes]:
    """A private key and its public point, uncompressed."""
    private = _random_scalar()
    x, y = multiple_of_generator(private)
    return private, b"\x04" + x.to_bytes(32, "big") + y.to_bytes(32, "big")


def sign(private: int, message: bytes) -> tuple[int, int]:
    """The ECDSA signature over SHA-256 of the message."""
    nonce = _random_scalar()
    r = multiple_of_generator(nonce)[0] % N
    digest = int.from_bytes(sha256(message), "big")
    return r, pow(nonce, -1, N) * (digest + r * private) % N


def _random_scalar() -> int:
    return int.from_bytes(system.urandom(40), "big") % (N - 1) + 1


def multiple_of_generator(scalar: int) -> tuple[int, int]:
    from terraform_twilio.terraform.plugin.p256_table import POINTS  # this module makes it, so it cannot need it above

    point = _INFINITY
    for column in range(SPACING - 1, -1, -1):
        point = _double(point)
        index = _comb_index(scalar >> column)
        if index:
            at = (index - 1) * 64
            x, y = POINTS[at:at + 32], POINTS[at + 32:at + 64]
            point = _add(point, int.from_bytes(x, "big"), int.from_bytes(y, "big"))
    return _affine(point)


def _comb_index(scalar: int) -> int:
    index = 0
    for tooth in range(TEETH):
        index |= (scalar >> tooth * SPACING & 1) << tooth
    return index


def comb_table() -> bytes:
    """What `p256_table` holds: for each index, the sum of the generator's multiples at the teeth that it names."""
    teeth = [GENERATOR]
    for _ in range(TEETH - 1):
        point = (*teeth[-1], 1)
        for _ in range(SPACING):
            point = _double(point)
        teeth.append(_affine(point))
    return b"".join(_sum_of(teeth, index) for index in range(1, 1 << TEETH))


def _sum_of(teeth: list[tuple[int, int]], index: int) -> bytes:
    point = _INFINITY
    for tooth in range(TEETH):
        if index >> tooth & 1:
            point = _add(point, *teeth[tooth])
    x, y = _affine(point)
    return x.to_bytes(32, "big") + y.to_bytes(32, "big")


# Jacobian coordinates: (x, y, z) is the point (x / z**2, y / z**3); z = 0 is the point at infinity.


def _double(point: tuple[int, int, int]) -> tuple[int, int, int]:
    x, y, z = point
    z_squared = z * z % P
    y_squared = y * y % P
    s = 4 * x * y_squared % P
    m = 3 * (x - z_squared) * (x + z_squared) % P
    x_doubled = (m * m - 2 * s) % P
    return x_doubled, (m * (s - x_doubled) - 8 * y_squared * y_squared) % P, 2 * y * z % P


def _add(point: tuple[int, int, int], x2: int, y2: int) -> tuple[int, int, int]:
    x1, y1, z1 = point
    if not z1:
        return x2, y2, 1
    z_squared = z1 * z1 % P
    h = (x2 * z_squared - x1) % P
    r = (y2 * z1 * z_squared - y1) % P
    h_squared = h * h % P
    h_cubed = h * h_squared % P
    v = x1 * h_squared % P
    x3 = (r * r - h_cubed - 2 * v) % P
    return x3, (r * (v - x3) - y1 * h_cubed) % P, z1 * h % P


def _affine(point: tuple[int, int, int]) -> tuple[int, int]:
    x, y, z = point
    inverse = pow(z, -1, P)
    inverse_squared = inverse * inverse % P
    return x * inverse_squared % P, y * inverse_squared * inverse % P
