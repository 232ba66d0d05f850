"""New SIDs and secrets: the right prefix, 32 hexadecimal digits, repeatable with a seed."""

from __future__ import annotations

import hashlib
import secrets


class Sids:
    """Makes SIDs. With a seed the n-th is always the same; `used` says how many were made before (after a restart)."""

    def __init__(self, seed: str | None = None, used: int = 0) -> None:
        self.seed = seed
        self.used = used

    def digits(self) -> str:
        """32 hexadecimal digits nobody has seen before."""
        self.used += 1
        if self.seed is None:
            return secrets.token_hex(16)
        return hashlib.blake2b(f"{self.seed}/{self.used}".encode(), digest_size=16).hexdigest()

    def new(self, prefix: str) -> str:
        return prefix + self.digits()

    def secret(self) -> str:
        """A secret as Twilio makes them: 32 letters and digits."""
        return self.digits()
