"""The names we have promised: `catalogue/names.txt` only grows, and a name keeps its meaning."""

from __future__ import annotations

HEADING = ("# Every type name there has been, and the entry it stands for. This file only grows: somebody uses\n"
           "# the name. Written by the compiler, which fails when a name is lost or means something else.\n")
KINDS = ("resource", "singular", "plural")


def names(entries: dict[str, dict]) -> dict[str, str]:
    """`<kind> <type name>` -> entry, aliases among the resource types."""
    found = {f"{kind} {entry[kind]}": name for name, entry in entries.items() for kind in KINDS if kind in entry}
    return found | {f"alias {alias}": name for name, entry in entries.items() for alias in entry.get("aliases", ())}


def text(found: dict[str, str]) -> str:
    """The file's text."""
    return HEADING + "".join(f"{key} {found[key]}\n" for key in sorted(found))


def broken_promises(lines: list[str], found: dict[str, str]) -> list[str]:
    """What the file promises and the entries do not keep, one sentence each."""
    promised = dict(line.rsplit(" ", 1) for line in lines)
    return ([f"the name is gone: {key} ({entry})" for key, entry in promised.items() if key not in found]
            + [f"the name means another entry: {key} was {entry}, is {found[key]}"
               for key, entry in promised.items() if found.get(key, entry) != entry])
