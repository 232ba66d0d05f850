"""Entries that no group of the documents is: what Twilio has all the same, from `[[entry]]` tables of the overrides.

An entry is written as the catalogue writes it, with its `name` and a `reason`; the catalogue marks it as `added`.
"""

from __future__ import annotations

from terraform_twilio.compiler.overrides import OverrideError


def add(additions: list[dict], entries: dict[str, dict]) -> None:
    """Add the entries; one that the documents have by now is an error."""
    for addition in additions:
        facts = {fact: value for fact, value in addition.items() if fact not in ("name", "reason")}
        if addition["name"] in entries:
            raise OverrideError(f"{addition['name']}: the documents have this entry")
        entries[addition["name"]] = {**facts, "added": True}
