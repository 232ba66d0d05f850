"""What a parameter puts into a property must be something that the property can show; anything else is a 400.

The documents often say of a parameter no more than that it is text, and of the property that shows it what the text has
to be: a SID, an address, an object, one of a few words.
"""

from __future__ import annotations

import re

from terraform_twilio.emulator.answers import invalid
from terraform_twilio.emulator.properties import target_of
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.validation import SID
from terraform_twilio.emulator.world import Call

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*")


def check_fit(call: Call, resource: Resource) -> None:
    """Refuses what was sent and cannot be shown."""
    for parameter, value in call.parameters.items():
        if value in (None, "", []):
            continue
        *outer, name = target_of(call.kind, parameter)
        facts = {} if outer else call.kind.shape.get(name, {})
        problem = misfit(resource.properties.get(name), facts, call.operation.taken["parameter"].get(parameter, {}))
        if problem:
            raise invalid(f"Invalid parameter {parameter}: {problem}")


def misfit(value: object, facts: dict, taken: dict) -> str | None:
    """What is wrong with a value in its property; an enum of the parameter's own goes before the property's."""
    if value is None:
        return None
    if facts.get("type") == "object" and not isinstance(value, dict):
        return "it is not a JSON object"
    if not isinstance(value, str) or facts.get("type") != "string":
        return None
    if "enum" in facts and "enum" not in taken and value not in facts["enum"]:
        return f"{value!r} is not one of {', '.join(map(str, facts['enum']))}"
    return misspelt(value, facts)


def misspelt(text: str, facts: dict) -> str | None:
    """What is wrong with a text. A SID of another kind is let through: the documents may know one of several."""
    if "sid" in facts and not SID.fullmatch(text):
        return f"{text!r} is not a SID"
    if facts.get("format") == "uri" and not ADDRESS.fullmatch(text):
        return f"{text!r} is not a URL"
    if not facts.get("minLength", 0) <= len(text) <= facts.get("maxLength", len(text)):
        return f"{text!r} has not the length that is allowed"
    return None
