"""Terraform's `h1:` hash of a package: what a dependency lock file records."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path


def h1(files: dict[str, bytes]) -> str:
    """The hash of files by name: SHA-256 over a line `<sha256>  <name>` per file, sorted by name."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    digest = hashlib.sha256("".join(lines).encode()).digest()
    return "h1:" + base64.b64encode(digest).decode()


def h1_of_directory(directory: Path) -> str:
    paths = [path for path in directory.rglob("*") if path.is_file()]
    return h1({path.relative_to(directory).as_posix(): path.read_bytes() for path in paths})
