"""Stored states of other versions and other names, as this version's (U1–U4, Q4).

Version 0 is the official Go provider's: it writes "" for null. Ours begin at 1, where "" is the practitioner's word.
"""

from __future__ import annotations

from terraform_twilio.catalogue.resource_type import ID, PATH_ACCOUNT, TIMEOUTS
from terraform_twilio.engine.translate import to_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType

SCHEMA_VERSION = 1


def upgraded(resource_type: ResourceType, version: int, stored: dict) -> dict:
    """The stored state with exactly the attributes of today: unknown keys dropped, missing ones null, types mended."""
    state = {name: _value(resource_type, name, stored.get(name), version) for name in resource_type.wire_types}
    return state


def _value(resource_type: ResourceType, name: str, found: object, version: int) -> object:
    if name == TIMEOUTS:
        return _timeouts(resource_type.entry.timeouts, found)
    if name in (ID, PATH_ACCOUNT) and name not in resource_type.attributes:
        return found if isinstance(found, str) and found else None
    if version == 0 and found in ("", []):
        return None
    return to_value(resource_type.attributes[name].type, found)


def _timeouts(operations: dict, found: object) -> dict | None:
    if not isinstance(found, dict):
        return None
    return {operation: found.get(operation) if isinstance(found.get(operation), str) else None for operation in operations}
