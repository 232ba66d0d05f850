"""What the catalogue's facts say of an attribute, as short sentences; rules cited from the attribute rules K and G."""

from __future__ import annotations

from collections.abc import Iterator

from terraform_twilio.compiler.describe.words import choice, literal

SHOWN_VALUES = 14


def sentences(attribute: dict) -> Iterator[str]:
    """What is true of the attribute wherever it stands, in reading order."""
    yield from values(attribute)
    yield from limits(attribute)
    if attribute.get("refers_to") and is_argument(attribute) and attribute.get("path") != "AccountSid":
        yield f"Refers to a `{attribute['refers_to']}`."


def values(attribute: dict) -> Iterator[str]:
    """The values that the attribute may have, those that Twilio only reports among them."""
    enum = [*attribute.get("enum", ()), *attribute.get("reported", ())]
    if not enum:
        return
    shown = f"such as {choice(enum[:SHOWN_VALUES], 'and')}" if len(enum) > SHOWN_VALUES else choice(enum)
    yield (
        f"One of {len(enum)} values, {shown}." if len(enum) > SHOWN_VALUES else f"{_opening(enum, attribute)} {shown}."
    )


def _opening(enum: list, attribute: dict) -> str:
    if is_list(attribute):
        return "Each one is"
    return {1: "Always", 2: "Either"}.get(len(enum), "One of")


def limits(attribute: dict) -> Iterator[str]:
    """Lengths and bounds."""
    yield from _range(attribute.get("min_length"), attribute.get("max_length"), _unit(attribute))
    yield from _range(attribute.get("minimum"), attribute.get("maximum"), "")


def _range(low: int | None, high: int | None, unit: str) -> Iterator[str]:
    if low and low == high:
        yield f"Exactly {high}{unit}."
    elif low and high is not None:
        yield f"From {low} to {high}{unit}."
    elif high is not None:
        yield f"At most {high}{unit}."
    elif low:
        yield f"At least {low}{unit}."


def _unit(attribute: dict) -> str:
    return " elements" if is_list(attribute) else " characters"


def is_list(attribute: dict) -> bool:
    """Whether the attribute holds several values."""
    return isinstance(attribute.get("type"), list) and attribute["type"][0] == "list"


def is_argument(attribute: dict) -> bool:
    """Whether anything is sent under the attribute's name."""
    return any(attribute.get(place) for place in ("path", "create", "update", "header", "query"))


def life(attribute: dict, entry: dict) -> Iterator[str]:
    """How it is written, defaults, replacement, removal, and what Twilio never returns; of a resource type's alone."""
    if attribute.get("type") == "json" and is_argument(attribute):
        yield "Write it with `jsonencode`."
    if attribute.get("reported"):
        yield (f"Twilio takes {choice(attribute['enum'])}; the others it only reports: "
               "in a configuration, as in a generated one, they ask for nothing.")
    if is_asked_by_plan(attribute):
        yield "Required when the resource is created; null, as in generated configuration, keeps what an imported one has."
    if attribute.get("excludes"):
        yield f"Setting it makes Twilio drop {choice(attribute['excludes'], 'and')}."
    if attribute.get("create_response") and not attribute.get("response"):
        yield "Returned at creation alone, then kept in the state."
    if not is_argument(attribute) or is_own_id(attribute, entry):
        return
    yield from _default(attribute)
    yield from _change(attribute, entry)


def is_own_id(attribute: dict, entry: dict) -> bool:
    """Whether the attribute fills only the path of an object that Twilio has named itself."""
    create = entry.get("operations", {}).get("create")
    in_body = any(attribute.get(place) for place in ("create", "update", "header", "query"))
    return bool(create and attribute.get("path") and not in_body and f"{{{attribute['path']}}}" not in create)


def _default(attribute: dict) -> Iterator[str]:
    if attribute.get("path") == "AccountSid" and not attribute.get("required"):
        yield "Defaults to the provider's account."
    if "default" in attribute.get("unset", {}):
        yield f"Defaults to `{literal(attribute['unset']['default'])}`."


def _change(attribute: dict, entry: dict) -> Iterator[str]:
    if _is_transfer(attribute):
        yield "Changing it moves the object to that account, removing it does not."
    elif is_fixed(attribute, entry):
        yield _replacement(attribute)
    elif attribute.get("header") or attribute.get("query"):
        yield "Sent with requests, not stored by Twilio."
    elif not attribute.get("required"):
        yield from _removal(attribute, entry)
    elif is_hidden(attribute):
        yield "Twilio never returns it: the state keeps what was configured."


def _is_transfer(attribute: dict) -> bool:
    return attribute.get("update") == "AccountSid"


def is_fixed(attribute: dict, entry: dict) -> bool:
    """Whether a change replaces the resource (G1): part of the path, or accepted at creation and never after."""
    if attribute.get("update") or attribute.get("local") == "update":
        return False
    return bool(attribute.get("path") or (attribute.get("create") and entry.get("operations", {}).get("create")))


def is_hidden(attribute: dict) -> bool:
    """Whether Twilio takes the value and never shows it."""
    return not attribute.get("response") and not attribute.get("create_response")


def is_asked_by_plan(attribute: dict) -> bool:
    """Whether it is required where a schema cannot say so (`catalogue.model.Attribute.is_asked_by_plan`)."""
    required = attribute.get("required")
    return required == "create" or bool(required and attribute.get("sensitive") and attribute.get("response"))


def _replacement(attribute: dict) -> str:
    if attribute.get("required") or attribute.get("path"):
        return "Changing it replaces the resource."
    if is_hidden(attribute):
        return "Changing it replaces the resource; Twilio never returns it."
    return "Changing it replaces the resource, removing it does not."


def _removal(attribute: dict, entry: dict) -> Iterator[str]:
    """What taking the argument out of the configuration does (K3, K5, K11, K12, K13)."""
    unset = attribute.get("unset", {})
    if "default" in unset:
        return
    is_emptied = unset.get("empty") and not attribute.get("enum")
    if is_emptied or "clear" in attribute or _clears_by_text(attribute, entry):
        yield "Removing it clears it."
    elif is_hidden(attribute):
        yield "Twilio never returns it, and removing it changes nothing there."
    else:
        yield "Removing it leaves the value as it is."


def _clears_by_text(attribute: dict, entry: dict) -> bool:
    is_text = attribute.get("type") == "string" and not attribute.get("enum") and "update" in attribute
    if attribute.get("unset", {}).get("kept"):
        return False
    in_form = not entry.get("operations", {}).get("update", "").endswith(" json")
    return is_text and in_form and not is_hidden(attribute)
