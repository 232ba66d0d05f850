"""Documents and corrections in, entries and what was left out out. Values only; `__main__` reads and writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from terraform_twilio.compiler import additions, overrides, titles
from terraform_twilio.compiler.describe.glossary import load
from terraform_twilio.compiler.descriptions import describe, lives
from terraform_twilio.compiler.discover import Group, discover
from terraform_twilio.compiler.documents import Document
from terraform_twilio.compiler.entries import entry
from terraform_twilio.compiler.relations import identify, refer

OFFICIAL_NAMES = "official_names.txt"


@dataclass
class Compiled:
    """What one compilation gives: the entries by name, the groups behind them, and what overrides took away."""

    entries: dict[str, dict]
    groups: list[Group]
    lost: list[tuple[str, str, str, str]]


def compiled(documents: list[Document], corrections_folder: Path) -> Compiled:
    """Compile all documents."""
    corrections, changes, added = overrides.load(corrections_folder)
    released = _released(corrections_folder / OFFICIAL_NAMES)
    groups = discover(documents, corrections)
    titles.entitle(groups)
    entries = {group.name: entry(group, released) for group in groups}
    _refuse_unused(released, entries)
    additions.add(added, entries)
    refer(entries)
    lost = overrides.apply(changes, entries)
    identify(entries)
    _describe(entries)
    return Compiled(entries, groups, lost)


def _describe(entries: dict[str, dict]) -> None:
    """Put every entry that has a type name into words."""
    glossary = load()
    for facts in entries.values():
        if facts.keys() & {"resource", "singular", "plural"}:
            facts["descriptions"] = describe(facts, glossary)
        if facts.get("resource"):
            facts["lifecycle"] = lives(facts)


def _released(path: Path) -> set[str]:
    return {line for line in path.read_text().splitlines() if line and not line.startswith("#")}


def _refuse_unused(released: set[str], entries: dict[str, dict]) -> None:
    used = {alias for entry in entries.values() for alias in entry.get("aliases", ())}
    if released - used:
        raise overrides.OverrideError(f"{OFFICIAL_NAMES}: no entry has the name {', '.join(sorted(released - used))}")
