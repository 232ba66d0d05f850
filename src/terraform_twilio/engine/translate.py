"""State to a call's arguments, and an answer's payload to state. Values to values; nothing is sent here."""

from __future__ import annotations

from terraform_twilio.catalogue.model import ACCOUNT_PARAMETER
from terraform_twilio.engine.normalise import as_written, is_empty, nfc, same_as_answered
from terraform_twilio.terraform.json_text import dumps, loads
from terraform_twilio.terraform.values import UNKNOWN
from terraform_twilio.twilio.operations import JSON, Arguments, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Attribute
    from terraform_twilio.catalogue.resource_type import ResourceType


class Missing:
    """The type of `MISSING`: the answer does not have the property at all, which is not the same as null."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()


# --- state to arguments ----------------------------------------------------------------------------------------------

def path_values(attributes: dict, operation: Operation, state: dict) -> dict:
    """The path (and path query) parameters of a call, from the attributes that name them."""
    values = {}
    for attribute in attributes.values():
        for parameter in (attribute.path, attribute.query):
            value = state.get(attribute.name)
            if parameter and f"{{{parameter}}}" in operation.path and _is_given(value):
                values[parameter] = str(value)
    return values


def arguments_for(resource_type: ResourceType, verb: str, operation: Operation, state: dict,
                  parameters: dict) -> Arguments:
    """One call of a resource type: path, headers and query from the state, the body as given."""
    path = path_values(resource_type.attributes, operation, state)
    return Arguments(path=path, parameters=parameters,
                     query=_sent_values(resource_type, verb, "query", state, path),
                     headers=_sent_values(resource_type, verb, "header", state, path))


def _sent_values(resource_type: ResourceType, verb: str, place: str, state: dict, path: dict) -> dict:
    return {wire_name: _header_text(state[attribute.name])
            for attribute in resource_type.attributes.values()
            if (wire_name := getattr(attribute, place)) and verb in (attribute.sent_on or ())
            and wire_name not in path and _is_given(state.get(attribute.name))}


def _header_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_given(value: object) -> bool:
    return value is not None and value is not UNKNOWN


def to_parameter(attribute: Attribute, value: object, operation: Operation) -> object:
    """A state's value as the body carries it: JSON text is parsed for a JSON body and sent as it is in a form."""
    if operation.body != JSON:
        return "" if value is None else value
    if attribute.type == "json" and isinstance(value, str) and value:
        return loads(value)
    if attribute.type == ["list", "json"] and isinstance(value, list):
        return [loads(element) for element in value]
    return value


def empty_parameter(attribute: Attribute, operation: Operation) -> object:
    """What clears an argument: an empty list as one empty key (K20), else the empty string; null in a JSON body."""
    if isinstance(attribute.type, list) and attribute.type[0] == "list":
        return []
    return None if operation.body == JSON else ""


# --- payload to state ------------------------------------------------------------------------------------------------

def property_at(payload: object, location: str) -> object:
    """The property at `a.b` or `a[].b` of a payload, or MISSING."""
    head, _, rest = location.partition(".")
    each = head.endswith("[]")
    name = head.removesuffix("[]")
    if not isinstance(payload, dict) or name not in payload:
        return MISSING
    found = payload[name]
    if not rest:
        return found
    if each:
        return [_element_at(element, rest) for element in found] if isinstance(found, list) else found
    return None if found is None else property_at(found, rest)


def _element_at(element: object, location: str) -> object:
    found = property_at(element, location) if isinstance(element, dict) else element
    return None if found is MISSING else found


def to_value(type_: object, found: object) -> object:
    """A decoded JSON value as a state's value of this type; lenient, for declared types are not always kept."""
    if found is None:
        return None
    if isinstance(type_, str):
        return _PLAIN[type_](found)
    kind, inner = type_
    if kind == "object":
        return {name: to_value(element, _named(name, found)) for name, element in inner.items()} \
            if isinstance(found, dict) else None
    if kind == "map":
        return {nfc(str(key)): to_value(inner, element) for key, element in found.items()} \
            if isinstance(found, dict) else None
    if isinstance(found, dict):
        found = [found]
    return [to_value(inner, element) for element in (found if isinstance(found, list) else _split(found))]


def _named(name: str, found: dict) -> object:
    """Twilio spells some keys in another case than its documents (recorded: `SMS` among what a number on sale can do)."""
    return found[name] if name in found else next((found[key] for key in found if key.lower() == name), None)


def _split(found: object) -> list:
    return [part.strip() for part in str(found).split(",")] if found != "" else []


def _text(found: object) -> str:
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, list) and all(isinstance(element, str) for element in found):
        return nfc(",".join(found))
    if isinstance(found, (dict, list)):
        return nfc(dumps(found))
    return nfc(str(found))


def _json_text(found: object) -> str:
    return nfc(found if isinstance(found, str) else dumps(found))


def _truth(found: object) -> bool | None:
    if isinstance(found, bool):
        return found
    return {"true": True, "false": False, "1": True, "0": False}.get(str(found).lower())


def _number(found: object) -> object:
    if isinstance(found, bool):
        return int(found)
    if not isinstance(found, str):
        return None if isinstance(found, (list, dict)) else found
    try:
        number = loads(found)
    except ValueError:
        return None
    return number if not isinstance(number, (bool, str, list, dict)) else None


_PLAIN = {"string": _text, "json": _json_text, "bool": _truth, "int": _number, "number": _number}


def answered(attribute: Attribute, payload: dict, *, created: bool = False) -> object:
    """What an answer says of an attribute, as a state's value, or MISSING."""
    location = attribute.response or (attribute.create_response if created else None)
    if location is None:
        return MISSING
    found = property_at(payload, location)
    return MISSING if found is MISSING else to_value(attribute.type, found)


def filled(resource_type: ResourceType, planned: dict, payload: dict, *, created: bool = False) -> dict:
    """The planned state, with only its unknowns taken from an answer (A1, A3); what it lacks stays unknown."""
    state = dict(planned)
    for name, attribute in resource_type.attributes.items():
        if planned.get(name) is UNKNOWN:
            value = answered(attribute, payload, created=created)
            if value is not MISSING:
                state[name] = None if value == "" else value
    return state


def settled(state: dict) -> dict:
    """The state with what is still unknown as null: nothing said it (A3)."""
    return {name: None if value is UNKNOWN else value for name, value in state.items()}


def refreshed(resource_type: ResourceType, prior: dict, payload: dict) -> dict:
    """The prior state as an answer shows it now (R2–R4): equal in meaning keeps the prior text, else Twilio's value."""
    state = dict(prior)
    for name, attribute in resource_type.attributes.items():
        value = answered(attribute, payload)
        if value is not MISSING and not _keeps_prior(attribute, prior.get(name), value):
            value = as_written(attribute, prior.get(name), value)
            state[name] = None if value == "" else value
    return state


def _keeps_prior(attribute: Attribute, prior: object, value: object) -> bool:
    """R2; what addresses the object is never emptied, and a computed value without a prior one is what a create says."""
    if is_empty(value) and attribute.path:
        return True
    if prior is None and attribute.is_computed and value in ([], {}):
        return False
    return same_as_answered(attribute, prior, value)


def account_of(state: dict) -> str | None:
    """The account that a state names, where it does."""
    account_sid = state.get("account_sid")
    return account_sid if isinstance(account_sid, str) else None


__all__ = ["ACCOUNT_PARAMETER", "MISSING", "account_of", "answered", "arguments_for", "empty_parameter", "filled",
           "path_values", "property_at", "refreshed", "settled", "to_parameter", "to_value"]
