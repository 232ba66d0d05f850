"""Which cases `make test` runs: a part that the seed decides, the same for one seed everywhere, and all that is touched."""

from __future__ import annotations

import os
import zlib

from lifecycle.touched import touched

SEED = os.environ.get("TEST_SEED", "1")


def chosen(*names: str, parts: int = 8) -> bool:
    """About one in `parts`, and whatever is named like a resource type or data source that the working tree changes."""
    return zlib.crc32(" ".join([SEED, *names]).encode()) % parts == 0 or not touched().isdisjoint(names)
