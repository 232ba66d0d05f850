"""The `id` of a resource (Q1): its path values joined by "/", each percent-encoded; the account's SID where it has none.

On v2010 an imported id may begin with `AC…/`, which sets the account.
"""

from __future__ import annotations

from terraform_twilio.catalogue.resource_type import ID, ResourceType

_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+:@")


class InvalidId(Exception):
    """An import id of another form; the text says what is wrong with it."""


def percent_encode(value: str) -> str:
    return "".join(character if character in _PLAIN else "".join(f"%{byte:02X}" for byte in character.encode())
                   for character in value)


def percent_decode(text: str) -> str:
    head, *rest = text.split("%")
    decoded = bytearray(head.encode())
    for part in rest:
        decoded += bytes.fromhex(part[:2]) + part[2:].encode() if len(part) >= 2 else b"%" + part.encode()
    return decoded.decode()


def id_of(resource_type: ResourceType, state: dict, account_sid: str | None) -> str | None:
    """The id of this state, or None while a part of it is not known."""
    names = resource_type.entry.id
    if not names:
        return account_sid
    values = [state.get(name) for name in names]
    if not all(isinstance(value, (str, int)) for value in values):
        return None
    return "/".join(percent_encode(str(value)) for value in values)


def with_id(resource_type: ResourceType, state: dict, account_sid: str | None) -> dict:
    """The state with its `id` filled in, unless the API has a property of that name."""
    if resource_type.has_own_id:
        return state
    return {**state, ID: id_of(resource_type, state, account_sid) or state.get(ID)}


def parse(resource_type: ResourceType, import_id: str) -> tuple[dict, str | None]:
    """The attribute values that an import id states, and the account it names (or None); raises InvalidId."""
    parts = import_id.strip().split("/")
    account_sid = parts.pop(0) if _begins_with_account(resource_type, parts) else None
    names = resource_type.entry.id
    if not names and len(parts) == 1:
        return {}, parts[0]
    if len(parts) != len(names) or not all(parts):
        raise InvalidId(f"it has {len(parts)} part{'s' if len(parts) != 1 else ''} where {len(names)} belong")
    return dict(zip(names, map(_decoded, parts), strict=True)), account_sid


def form_of(resource_type: ResourceType) -> str:
    """How an import id of this type is written: `service_sid/sid`."""
    names = "/".join(resource_type.entry.id) or "the account's SID"
    return f"[account_sid/]{names}" if resource_type.entry.account_attribute and resource_type.entry.id else names


def _begins_with_account(resource_type: ResourceType, parts: list) -> bool:
    """One part too many, the first of them an account's."""
    return bool(resource_type.entry.id) and len(parts) == len(resource_type.entry.id) + 1 and parts[0].startswith("AC")


def _decoded(part: str) -> str:
    try:
        return percent_decode(part)
    except ValueError as error:
        raise InvalidId(f"{part!r} is not percent-encoded text") from error
