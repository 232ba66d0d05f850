"""Byte code is put into the cache whole or not at all: the first thing that a launch imports.

Python below 3.12.8 and 3.13.1 keeps what a full disk or a quota has cut short, and then fails at every start. So the
launcher starts it without leave to write (-B), and that is given here, together with a way of writing that looks.
"""

from __future__ import annotations

import posix
import sys


def allow() -> None:
    """From here on modules are cached, where the launcher names a cache; so are those that were imported before."""
    if sys.pycache_prefix is None:
        return
    sys.modules["_frozen_importlib_external"]._write_atomic = write_whole
    sys.dont_write_bytecode = False
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if getattr(spec, "cached", None) and spec.has_location and not _is_there(spec.cached):
            spec.loader.get_code(name)


def write_whole(path: str, octets: bytes, mode: int = 0o666) -> None:
    """The file at once, or OSError and no file; in the place of importlib's own, which does not look."""
    unfinished = f"{path}.{posix.getpid()}"
    descriptor = posix.open(unfinished, posix.O_EXCL | posix.O_CREAT | posix.O_WRONLY, mode & 0o666)
    try:
        try:
            written = posix.write(descriptor, octets)
        finally:
            posix.close(descriptor)
        if written < len(octets):
            raise OSError("the disk is full")
        posix.rename(unfinished, path)
    except OSError:
        posix.unlink(unfinished)
        raise


def _is_there(path: str) -> bool:
    try:
        posix.stat(path)
    except OSError:
        return False
    return True
