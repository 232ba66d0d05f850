"""From parameters to properties, and from properties to an answer: the general rule for every kind.

1. A parameter's value stands under the property of the same name; a dotted one inside an object (A3).
2. An empty value takes the property away, so that its default shows again (A3).
3. An answer holds exactly the properties its operation declares: what is not declared (a password, a key's secret
   after its creation) is kept and never shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from terraform_twilio.emulator import defaults
from terraform_twilio.emulator.kinds import Kind
from terraform_twilio.emulator.names import PLACEHOLDER, singular, snake, squashed, wiped
from terraform_twilio.emulator.quirks.renames import RENAMES

LINKS = ("links", "subresource_uris")
PARENT_LINKS = ("url", "uri")
IN_ADDRESSES = "/+:@!$&'()*,;=~%"
"""What a path keeps as it is when it becomes an address; a slash inside a name is encoded already (`places.py`)."""


def target_of(kind: Kind, parameter: str) -> tuple[str, ...]:
    """Where a parameter's value stands: names of properties from the outside in."""
    renamed = RENAMES.get(kind.line, {}).get(parameter)
    if renamed:
        return tuple(renamed.split("."))
    spellings = {squashed(name): name for name in kind.shape}
    whole = squashed(parameter)
    for candidate in (whole, whole + "s", whole + "sid"):
        if candidate in spellings:
            return (spellings[candidate],)
    head, *rest = parameter.split(".")
    return (spellings.get(squashed(head), snake(head)), *map(snake, rest))


def place(kind: Kind, properties: dict, parameters: dict) -> None:
    """Puts the values of parameters where they belong."""
    for parameter, value in parameters.items():
        *outer, name = target_of(kind, parameter)
        facts = kind.shape.get(name, {}) if not outer else {}
        holder = properties
        for key in outer:
            holder = _object_at(holder, key)
        put(holder, name, converted(value, facts), facts)


def _object_at(holder: dict, key: str) -> dict:
    if not isinstance(holder.get(key), dict):
        holder[key] = {}
    return holder[key]


def put(holder: dict, name: str, value: object, facts: dict) -> None:
    """Sets one value; an empty one shows the default again (and so does null, where there is none), inside an object it
    is null.
    """
    if facts and (value == "" or (value is None and not facts.get("nullable"))):
        holder.pop(name, None)
    else:
        holder[name] = None if value == "" else value


def converted(value: object, facts: dict) -> object:
    """A parameter's value in the type of its property."""
    kind = facts.get("type")
    if value is None or value == "":
        return value
    if kind == "string":
        return spelled(as_text(value), facts)
    if kind == "array" and isinstance(value, str):
        return [part.strip() for part in value.split(",")]
    if kind in ("json", "object") and isinstance(value, str) and set(facts.get("seen", ())) & {"object", "array"}:
        return parsed(value)
    if kind == "integer" and isinstance(value, str) and value.lstrip("-").isdigit():
        return int(value)
    if kind == "boolean" and isinstance(value, str):
        return value.lower() == "true"
    return value


def spelled(text: str, facts: dict) -> str:
    """A word as the property's enum spells it."""
    return next((choice for choice in facts.get("enum", ()) if str(choice).lower() == text.lower()), text)


def as_text(value: object) -> str:
    """A value as the text Twilio keeps of it (`sandbox` is "false", a list is joined by commas)."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ",".join(map(as_text, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def parsed(text: str) -> object:
    """JSON text as JSON, any other text as it is."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def parent_values(path: str, values: list[str]) -> Iterable[tuple[tuple[str, ...], str]]:
    """For each parameter of a path: the property names that may hold it, the best first, and its value."""
    segments = path.removesuffix(".json").strip("/").split("/")
    places = [number for number, segment in enumerate(segments) if segment.startswith("{")]
    for number, value in zip(places, values, strict=False):
        name = snake(segments[number].strip("{}"))
        noun = snake(singular(segments[number - 1]))
        tail = name.partition("_")[2]
        yield (name, f"{noun}_sid", tail if tail.endswith("_sid") else name, f"{noun}_{name}"), value


def set_parents(kind: Kind, properties: dict, path: str, values: list[str]) -> None:
    """Fills the properties that repeat the path."""
    for names, value in parent_values(path, values):
        name = next((name for name in names if name in kind.shape and name != "sid"), names[0])
        properties.setdefault(name, value)


def rendered(kind: Kind, shape: dict, properties: dict, host: str, path: str) -> dict:
    """An answer: every property of the shape, stored, derived or by default."""
    answer, path = {}, quote(path, safe=IN_ADDRESSES)
    for name, facts in shape.items():
        if properties.get(name) is not None:
            answer[name] = completed(properties[name], defaults.known(kind, name))
        elif "from" in facts:
            answer[name] = inner_value(answer, facts["from"])
        elif name in LINKS:
            answer[name] = links(facts.get("links", {}), properties, host, path, relative=name == "subresource_uris")
        elif name in PARENT_LINKS and name not in properties:
            answer[name] = f"https://{host}{path}" if name == "url" else path + ".json"
        else:
            answer[name] = None if name in properties else defaults.of(kind, name, facts)
    return answer


def inner_value(answer: dict, address: str) -> object:
    """The value at `a.b` of an answer; null where there is none."""
    found: object = answer
    for name in address.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    return found


def completed(value: object, default: object) -> object:
    """An object with the defaults of what was not set in it."""
    if not isinstance(value, dict) or not isinstance(default, dict):
        return value
    inner = {key: completed(value[key], default.get(key)) for key in value}
    return {**default, **{key: default.get(key) if inner[key] is None else inner[key] for key in inner}}


def links(templates: dict, properties: dict, host: str, path: str, *, relative: bool) -> dict:
    """Where a resource's relatives are."""
    found = {name: filled(template, properties, path) if template else None for name, template in templates.items()}
    return {name: link if relative else f"https://{host}{link.removesuffix('.json')}" if link else None
            for name, link in found.items()}


def filled(template: str, properties: dict, path: str) -> str | None:
    """A link's path: the resource's own path where the two agree, its name where it is shown in another place, properties
    elsewhere.
    """
    own = path.split("/")
    segments = template.split("/")
    for number, segment in enumerate(segments):
        if not segment.startswith("{"):
            continue
        same = number < len(own) and wiped("/".join(template.split("/")[:number])) == _alike(own[:number], template)
        name, noun = snake(PLACEHOLDER.search(segment)[0].strip("{}")), snake(singular(segments[number - 1]))
        name = f"{noun}_sid" if name == "sid" else name
        is_own = not same and segments[number - 1] == own[-2]
        value = own[number] if same else own[-1] if is_own else properties.get(name) or properties.get(f"default_{name}")
        if value is None:
            return None
        segments[number] = segment.replace(PLACEHOLDER.search(segment)[0], str(value))
    return "/".join(segments)


def _alike(own: list[str], template: str) -> str:
    """The own segments, wiped where the template has parameters."""
    known = template.split("/")
    return "/".join("{}" if known[number].startswith("{") else segment for number, segment in enumerate(own))
