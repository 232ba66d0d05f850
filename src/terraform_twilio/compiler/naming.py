"""Names: of attributes, of nouns, of resource types and data sources, and of the aliases they are also known by."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Plural words that stay as they are when a group's noun is made singular.
UNCOUNTED = ("settings", "statistics", "permissions", "limits", "users", "aws")
SIBILANTS = ("s", "x", "z", "ch", "sh")
RANGES = {"<": "_before", ">": "_after"}


def snake(wire_name: str) -> str:
    """A wire name as an attribute name: `Integration.FlowSid` -> `integration_flow_sid`, `Sent<` -> `sent_before`."""
    stem, suffix = (wire_name[:-1], RANGES[wire_name[-1]]) if wire_name[-1:] in RANGES else (wire_name, "")
    spaced = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", stem)
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", spaced)
    return spaced.lower().replace(".", "_").replace("-", "_") + suffix


def singular(noun: str) -> str:
    """The noun with its last word in the singular."""
    head, _, last = noun.rpartition("_")
    if not last.endswith("s") or last.endswith(("ss", "us")) or last in UNCOUNTED:
        return noun
    return "_".join(filter(None, [head, _singular_word(last)]))


def _singular_word(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def plural(noun: str) -> str:
    """The noun with its last word in the plural; a plural stays."""
    if noun.endswith("s") and not noun.endswith(("ss", "us")):
        return noun
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(SIBILANTS) else "s")


def without_product(noun: str, product: str) -> str:
    """The noun without a leading word that is exactly the product's: `flex_flow` in flex -> `flow`."""
    return noun.removeprefix(product + "_") or noun


def base_noun(product: str, operation_nouns: dict[str, str]) -> str:
    """The noun of a group by its operations' nouns: Fetch's first, then Update's, Create's, Delete's, List's."""
    verb = next(verb for verb in ("fetch", "update", "create", "delete", "list", "patch") if verb in operation_nouns)
    noun = without_product(snake(operation_nouns[verb]), product)
    return singular(noun) if "fetch" in operation_nouns else noun


def versioned(wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Final names for (name, version) pairs: of one name the highest version is bare, older ones get `_v<n>`."""
    pairs = list(wanted)
    newest: dict[str, int] = {}
    for name, version in pairs:
        newest[name] = max(version, newest.get(name, 0))
    return {(name, version): name if version == newest[name] else f"{name}_v{version}" for name, version in pairs}


def official_alias(document: str, product: str, group: str) -> str:
    """What the official provider's rule makes of a group: plural path segments, version behind, v2010 without one."""
    version = re.search(r"_(v\d+)$", document)
    suffix = f"_{version.group(1)}" if version and version.group(1) != "v2010" else ""
    return f"twilio_{product}_{_segments(group)}{suffix}"


def founding_alias(group: str) -> str:
    """The name by which the founding document calls a v2010 resource type: `twilio_api_keys_v2010`."""
    within_account = group.removeprefix("/2010-04-01/Accounts/{}")
    return f"twilio_api_{_segments(within_account if within_account else group)}_v2010"


def _segments(group: str) -> str:
    """The static segments of a path after its version, in snake case."""
    static = [segment for segment in group.split("/") if segment and segment != "{}"]
    if re.fullmatch(r"v\d+|2010-04-01", static[0]):
        static = static[1:]
    return "_".join(snake(segment) for segment in static)
