"""Our corrections to Twilio's documents, from `overrides/*.toml`. Each has a reason; one that changes nothing fails.

`[[group]]` corrects what a group of operations is: its class, noun, names, operations that lie elsewhere.
`[[override]]` corrects the facts of finished entries. `[[entry]]` adds an entry that no group of the documents is.
CONTRIBUTING.md says what may stand in each.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

GROUP_FACTS = {"class", "noun", "move", "leave", "left_out", "resource", "singular", "plural", "path_names"}
OVERRIDE_FACTS = {"entries", "attribute", "set", "drop", "rename", "remove", "reason"}


class OverrideError(Exception):
    """A correction that cannot be applied, or that changes nothing; the text names it."""


@dataclass(frozen=True)
class GroupCorrection:
    """What one `[[group]]` table says about one group."""

    source: str
    document: str
    path: str
    facts: dict
    reason: str


@dataclass(frozen=True)
class Override:
    """What one `[[override]]` table says about the entries its patterns match."""

    source: str
    entries: tuple[str, ...]
    reason: str
    attributes: tuple[str, ...] = ()
    set: dict = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    rename: str | None = None
    remove: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {', '.join(self.entries)} {' '.join(self.attributes)}".rstrip()

    def matches(self, name: str) -> bool:
        return any(fnmatchcase(name, pattern) for pattern in self.entries)

    @property
    def is_pattern(self) -> bool:
        return any(set(pattern) & set("*?[") for pattern in self.entries)


def load(folder: Path) -> tuple[list[GroupCorrection], list[Override], list[dict]]:
    """All corrections and additions of a folder, in the order of the files and of what stands in them."""
    corrections: list[GroupCorrection] = []
    overrides: list[Override] = []
    additions: list[dict] = []
    for path in sorted(folder.glob("*.toml")):
        content = tomllib.loads(path.read_text())
        for table in content.pop("group", ()):
            corrections += _corrections(path.name, table)
        overrides += [_override(path.name, table) for table in content.pop("override", ())]
        additions += [{**table, "reason": _reason(path.name, dict(table))} for table in content.pop("entry", ())]
        _refuse_unknown(path.name, content, set())
    return corrections, overrides, additions


def _corrections(source: str, table: dict) -> list[GroupCorrection]:
    reason = _reason(source, table)
    document, paths = table.pop("document"), table.pop("paths")
    _refuse_unknown(source, table, GROUP_FACTS)
    return [GroupCorrection(source, document, path, table, reason) for path in paths]


def _override(source: str, table: dict) -> Override:
    _refuse_unknown(source, table, OVERRIDE_FACTS)
    reason = _reason(source, table)
    attribute = table.get("attribute", [])
    return Override(
        source=source, entries=tuple(table["entries"]), reason=reason,
        attributes=(attribute,) if isinstance(attribute, str) else tuple(attribute), set=table.get("set", {}),
        drop=tuple(table.get("drop", ())), rename=table.get("rename"), remove=table.get("remove", False))


def _reason(source: str, table: dict) -> str:
    reason = table.pop("reason", "")
    if not reason.strip():
        raise OverrideError(f"{source}: a correction without a reason: {table}")
    return reason


def _refuse_unknown(source: str, table: dict, known: set[str]) -> None:
    if table.keys() - known:
        raise OverrideError(f"{source}: unknown: {', '.join(sorted(table.keys() - known))}")


def apply(overrides: list[Override], entries: dict[str, dict]) -> list[tuple[str, str, str, str]]:
    """Change the entries; return what lost a wire name or a value, as (entry, attribute, what, reason)."""
    lost: list[tuple[str, str, str, str]] = []
    for override in overrides:
        matched = {name: entry for name, entry in entries.items() if override.matches(name)}
        _refuse_idle_patterns(override, matched)
        changed = [_apply_to_all(override, attribute, matched, lost) for attribute in override.attributes or (None,)]
        idle = sorted((override.set.keys() | set(override.drop)).difference(*changed))
        if idle:
            raise OverrideError(f"{override}: {', '.join(idle)} changes nothing")
    return lost


def _refuse_idle_patterns(override: Override, matched: dict[str, dict]) -> None:
    for pattern in override.entries:
        if not any(fnmatchcase(name, pattern) for name in matched):
            raise OverrideError(f"{override}: {pattern} matches no entry")


def _apply_to_all(override: Override, attribute: str | None, matched: dict[str, dict], lost: list) -> set[str]:
    """The facts that changed. Without a pattern, what is named must change in every entry that is named."""
    changed = {name: _change(override, entry) if attribute is None else
               _apply_to_attribute(override, name, attribute, entry, lost) for name, entry in matched.items()}
    idle = [name for name, facts in changed.items() if not facts]
    if len(idle) == len(changed) or (idle and not override.is_pattern):
        raise OverrideError(f"{override}: changes nothing in {', '.join(sorted(idle))}"
                            + (f", attribute {attribute}" if attribute else ""))
    return set().union(*changed.values())


def _apply_to_attribute(override: Override, name: str, attribute: str, entry: dict, lost: list) -> set[str]:
    """The facts that changed of one attribute."""
    attributes = entry["attributes"]
    if attribute not in attributes:
        if override.is_pattern or override.remove or override.rename or "type" not in override.set:
            return set()
        attributes[attribute] = {}
    before = dict(attributes[attribute])
    changed = _rework(override, attribute, attributes)
    after = attributes.get(override.rename or attribute, {})
    lost += [(name, attribute, f"{fact} {before[fact]}", override.reason)
             for fact in ("create", "update", "header", "query", "response") if fact in before and fact not in after]
    lost += [(name, attribute, f"value {value}", override.reason)
             for value in before.get("enum", ()) if value not in after.get("enum", (value,))]
    return changed


def _rework(override: Override, attribute: str, attributes: dict[str, dict]) -> set[str]:
    if override.remove:
        return set(attributes.pop(attribute))
    if override.rename:
        attributes[override.rename] = attributes.get(override.rename, {}) | attributes.pop(attribute)
        return {"rename"}
    return _change(override, attributes[attribute])


def _change(override: Override, facts: dict) -> set[str]:
    """Apply to the facts of an entry or attribute; which of them are not what they were."""
    before = dict(facts)
    for fact in override.drop:
        facts.pop(fact, None)
    facts.update(override.set)
    return {fact for fact in before.keys() | facts.keys()
            if (fact in before) is not (fact in facts) or before.get(fact) != facts.get(fact)}
