"""What a resource type does when it is created, changed and destroyed, where that is not what one expects."""

from __future__ import annotations

from collections.abc import Iterator

from terraform_twilio.compiler.describe.words import choice

FORGETS = "Twilio offers no deletion: destroying the resource only forgets it."
ADOPTS = "It always exists: creating the resource adopts and configures it, destroying the resource only forgets it."

BY_CLASS = {
    "association": "Destroying the resource removes the assignment, not the objects.",
    "singleton": ADOPTS,
    "keyed_config": "It must exist already: creating the resource adopts and configures it, destroying only forgets it.",
    "upsert_delete": "Creating the resource writes it, whether or not it existed before.",
    "write_only": "Twilio offers no way to read it, so changes made elsewhere are not noticed.",
    "action": "Creating the resource performs the action once.",
}


def sentences(entry: dict) -> Iterator[str]:
    """The lifecycle of the entry's resource type; nothing where there is none."""
    if not entry.get("resource"):
        return
    if entry.get("class") in BY_CLASS:
        yield BY_CLASS[entry["class"]]
    yield from _replacement(entry)
    yield from _deletion(entry)


def _replacement(entry: dict) -> Iterator[str]:
    operations = entry.get("operations", {})
    if "create" in operations and "update" not in operations and entry.get("class") not in ("association", "singleton"):
        yield "Every change makes a new one."


def _deletion(entry: dict) -> Iterator[str]:
    if entry.get("delete_by_update"):
        changes = [f"{name}={value}" for name, value in entry["delete_by_update"].items()]
        yield f"Twilio offers no deletion: destroying the resource sends {choice(changes, 'and')} instead."
    elif "delete" not in entry.get("operations", {}) and entry.get("class") not in ("singleton", "keyed_config"):
        yield FORGETS
