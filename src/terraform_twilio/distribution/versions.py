"""Which number an install takes. Terraform's lock files hold checksums, so a number never changes its bytes.

1. The bytes that the newest installed version of this line has: nothing to do.
2. A release takes its own number, or is refused where other bytes have it.
3. A development build takes its own number, or the patch number after the newest of its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

Numbers = tuple[int, int, int]


class NumberTaken(Exception):
    """Other bytes are installed under the number of a release."""


def numbers(version: str) -> Numbers | None:
    """`1.2.3` as numbers; None for anything else, pre-releases included."""
    parts = version.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return int(parts[0]), int(parts[1]), int(parts[2])


def text(version: Numbers) -> str:
    return ".".join(map(str, version))


def choose(own: str, installed: Mapping[str, Iterable[str]], hash_of: Callable[[str], str], development: bool) -> str:
    """The version to install as. `installed` maps versions to the hashes found; `hash_of` gives ours as a version."""
    line = _line(own, installed)
    newest = text(max(line)) if line else own
    if newest not in installed:
        return own
    if set(installed[newest]) == {hash_of(newest)}:
        return newest
    if not development:
        return _number_of_release(own, installed, hash_of)
    major, minor, patch = max(line)
    return text((major, minor, patch + 1))


def _line(own: str, installed: Mapping[str, Iterable[str]]) -> list[Numbers]:
    """The installed versions of the same minor version, from `own` upwards."""
    first = numbers(own)
    found = filter(None, map(numbers, installed))
    return [version for version in found if version[:2] == first[:2] and version >= first]


def _number_of_release(own: str, installed: Mapping[str, Iterable[str]], hash_of: Callable[[str], str]) -> str:
    if own in installed and set(installed[own]) != {hash_of(own)}:
        raise NumberTaken(
            f"Version {own} is installed with other contents, and lock files may hold its checksum, so it is left as "
            f"it is. If nothing uses it: `terraform-provider-twilio uninstall {own}`, then install again.")
    return own
