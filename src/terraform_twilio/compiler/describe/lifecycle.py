"""What a resource type does when it is created, changed and destroyed, where that is not what one expects."""

from __future__ import annotations

from collections.abc import Iterator

from terraform_twilio.compiler.describe.words import choice

FORGETS = "Twilio offers no deletion: destroying the resource only forgets it."
RENEWS = ("A change makes a new one, which takes the place of the old one in the resource: `id` and `sid` change, and "
          "nothing is destroyed before the new one is there.")
ADOPTS = "It always exists: creating the resource adopts and configures it"
EXISTS = "It must exist already: creating the resource adopts and configures it, destroying the resource deletes it."
IN_USE = ("Twilio deletes none that something still uses. Terraform deletes before it updates what used it, unless the "
          "resource has had `create_before_destroy` in its `lifecycle` since an earlier apply.")
ORDERED = ("The plan warns of it. A replacement by `-replace` or `replace_triggered_by`, of which Terraform would show no "
           "warning, is refused.")
UPSERTS = "Creating the resource writes it, whether or not it existed before."

BY_CLASS = {
    "association": "Destroying the resource removes the link and leaves both objects.",
    "keyed_config": "It must exist already: creating the resource adopts it, destroying the resource only forgets it.",
    "write_only": "Twilio offers no way to read it, so changes made elsewhere are not noticed.",
    "action": "Creating the resource performs the action once.",
}


def sentences(entry: dict) -> Iterator[str]:
    """The lifecycle of the entry's resource type."""
    if entry.get("class") in BY_CLASS:
        yield BY_CLASS[entry["class"]]
    if entry.get("class") == "singleton":
        yield f"{ADOPTS}{_how_it_is_left(entry)}."
    if entry.get("class") == "upsert_delete":
        yield EXISTS if _is_named_by_twilio(entry) else UPSERTS
    yield from _replacement(entry)
    yield from _deletion(entry)
    if entry.get("loss"):
        yield f"Destroying or replacing it has a price. {entry['loss']} {ORDERED}"


def _how_it_is_left(entry: dict) -> str:
    if entry.get("destroy"):
        return ""
    if "reset_on_destroy" in entry.get("attributes", {}):
        return ", destroying it only forgets it, or puts it back with `reset_on_destroy`"
    return ", destroying the resource only forgets it"


def _is_named_by_twilio(entry: dict) -> bool:
    return entry.get("operations", {}).get("update", "").removesuffix(".json").endswith("Sid}")


def _replacement(entry: dict) -> Iterator[str]:
    operations = entry.get("operations", {})
    if entry.get("renews"):
        yield RENEWS
    elif "create" in operations and "update" not in operations and entry.get("class") not in ("association", "singleton"):
        yield "Every change makes a new one."


def _deletion(entry: dict) -> Iterator[str]:
    if entry.get("class") == "action" and "delete" in entry.get("operations", {}):
        yield "Destroying the resource deletes Twilio's record of it."
    if entry.get("destroy"):
        yield entry["destroy"]
    elif entry.get("delete_by_update"):
        changes = [f"{name}={value}" for name, value in entry["delete_by_update"].items()]
        yield f"Twilio offers no deletion: destroying the resource sends {choice(changes, 'and')} instead."
    elif "delete" not in entry.get("operations", {}) and entry.get("class") not in ("singleton", "keyed_config"):
        yield FORGETS
    if entry.get("in_use") and entry.get("class") != "association" and "renews" not in entry:
        yield IN_USE
