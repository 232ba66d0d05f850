"""The `timeouts` argument: how long an operation may wait, written as Go durations ("10m", "1h30m"), where one may wait."""

from __future__ import annotations

from terraform_twilio.catalogue.resource_type import TIMEOUTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Entry

_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0}


def seconds_of(text: str) -> float:
    """The seconds of a duration; raises ValueError for any other text."""
    total, digits = 0.0, ""
    for character in text:
        if character in _SECONDS and digits:
            total, digits = total + float(digits) * _SECONDS[character], ""
        elif character.isdigit() or character == ".":
            digits += character
        else:
            raise ValueError(f"{text!r} is no duration such as 30s, 10m or 1h30m")
    if digits or not text:
        raise ValueError(f"{text!r} is no duration such as 30s, 10m or 1h30m")
    return total


def limit(entry: Entry, operation: str, state: dict, default: float) -> float:
    """How many seconds an operation may wait: what is configured, else the entry's own default, else the general one."""
    configured = (state.get(TIMEOUTS) or {}).get(operation) or (entry.timeouts or {}).get(operation)
    return seconds_of(configured) if isinstance(configured, str) else default
