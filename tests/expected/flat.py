"""Our state as an acceptance test of Terraform's plugin SDK 2 sees one: text values at dotted paths.

- `limits.0.channel_members`: what is a block there is here one attribute `limits_channel_members`, an object, or JSON
  text, in this order; `limits.#` counts 1 where there is any of them, for a block that is read is there, empty or not.
- A list of objects that have a name is a map of theirs: `dependencies.lodash` is the element, `dependencies.%` counts.
- A text is a list of theirs where Twilio's own has commas: `event_filters.0` is what stands before the first.
- Null counts as "" (and as no elements): that SDK stores both alike (`zeros` has the other types). A name that
  JSON text does not have is null, one that our schema does not have is `MISSING`, which equals nothing and is not even absent.
"""

from __future__ import annotations

import json

COUNT, SIZE = "#", "%"
MISSING = object()


def found(state: object, path: str, names: dict) -> object:
    """The value at one of the other provider's paths; `names` gives ours for the beginnings that differ."""
    return _walk(state, renamed(path, names).split("."))


def renamed(path: str, names: dict) -> str:
    """The path with its longest beginning replaced that has another name here; "" names the state itself."""
    begins = [begin for begin in names if path == begin or path.startswith(f"{begin}.")]
    if not begins:
        return path
    longest = max(begins, key=len)
    return (names[longest] + path[len(longest):]).lstrip(".")


def _walk(value: object, steps: list) -> object:
    if not steps:
        return value
    if isinstance(value, str) and decoded(value) is not value:
        said = _walk(decoded(value), steps)
        return None if said is MISSING else said
    if isinstance(value, str) and (steps == [COUNT] or steps[0].isdigit()):
        return _walk(value.split(",") if value else [], steps)
    if isinstance(value, dict):
        return _in_object(value, steps)
    if isinstance(value, list):
        return len(value) if steps[0] in (COUNT, SIZE) else _element(value, steps)
    return 0 if steps == [COUNT] and value is None else MISSING


def _element(value: list, steps: list) -> object:
    names = {one["name"]: one for one in value if isinstance(one, dict) and "name" in one}
    by_step = dict(enumerate(value)) if steps[0].isdigit() else names
    key = int(steps[0]) if steps[0].isdigit() else steps[0]
    return _walk(by_step[key], steps[1:]) if key in by_step else MISSING


def _in_object(value: dict, steps: list) -> object:
    for end in range(len(steps), 0, -1):
        name = "_".join(step for step in steps[:end] if not step.isdigit())
        if not steps[end - 1].isdigit() and name in value:
            return _walk(value[name], steps[end:])
    if steps[0] == "0":
        return _walk(value, steps[1:])
    return _size(value, steps)


def _size(value: dict, steps: list) -> object:
    """1 for an object that is a block, or for the attributes that one is here; the number of names in a map."""
    if steps in ([COUNT], [SIZE]):
        return 1 if steps == [COUNT] else len(value)
    flat = [name for name in value if steps[1:] == [COUNT] and name.startswith(f"{steps[0]}_")]
    return int(any(value[name] is not None for name in flat)) if flat else MISSING


def decoded(value: object) -> object:
    """What JSON text says, else the value itself."""
    try:
        return json.loads(value) if isinstance(value, str) and value[:1] in ("{", "[") else value
    except ValueError:
        return value


def is_set(value: object) -> bool:
    return value not in (None, "", [], {}, MISSING)


def same(expected: object, value: object) -> bool:
    """Whether a value reads as the text that is expected: the same text, or the same JSON."""
    if value is MISSING:
        return False
    return _text(value) == _text(expected) or (is_set(value) and decoded(value) == decoded(expected))


def _text(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return str(value).lower() if isinstance(value, bool) else json.dumps(value)
