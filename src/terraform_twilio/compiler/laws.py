"""What must hold of every entry, checked when compiling and again over what is committed.

Each law is a function of an entry that yields what is wrong, as a phrase; `LAWS` is all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from terraform_twilio.catalogue.write import ATTRIBUTE_FACTS, ENTRY_FACTS
from terraform_twilio.compiler.entries import ACCOUNT

# Names that Terraform keeps for itself at the root of a resource or data source (rule S7).
RESERVED = {"connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"}
TYPES = {"string", "bool", "int", "number", "json"}
NORMALISERS = {"json", "url", "http_method", "phone", "rfc2822", "iso8601", "unordered", "comma_unordered", "case",
               "json_part", "named_part", "sid_or_name", "date"}
CLASSES = {"crud", "immutable", "association", "create_read_update", "create_read", "list_read", "singleton",
           "keyed_config", "upsert_delete", "write_only", "action", "read_delete", "fetch_list", "fetch", "list"}
OPERATION = re.compile(r"(GET|POST|PUT|PATCH|DELETE) (/[\w.{}/-]+)( json)?")
IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
SOUNDS_SECRET = re.compile(r"password|secret|private_key|auth_token|credentials?$|(?:^|_)token$|certificate$|^authorization$")


def broken(entries: dict[str, dict]) -> list[str]:
    """Every broken law of every entry, one sentence each, and those that only all entries together can break."""
    single = [f"{name}: {wrong}" for name, entry in entries.items() for law in LAWS for wrong in law(entry)]
    return [*single, *_unique_names(entries), *_known_references(entries)]


def facts_are_known(entry: dict) -> Iterator[str]:
    yield from (f"unknown fact {fact}" for fact in entry.keys() - set(ENTRY_FACTS))
    if entry["class"] not in CLASSES:
        yield f"unknown class {entry['class']}"
    for place, name, attribute in _everything(entry):
        yield from (f"{place} {name}: unknown fact {fact}" for fact in attribute.keys() - set(ATTRIBUTE_FACTS))
        yield from (f"{place} {name}.{inner}: unknown fact {fact}"
                    for inner, facts in attribute.get("nested", {}).items() for fact in facts.keys() - set(ATTRIBUTE_FACTS))
        if attribute.get("normaliser", "json") not in NORMALISERS:
            yield f"{place} {name}: unknown normaliser {attribute['normaliser']}"


def types_are_known(entry: dict) -> Iterator[str]:
    for place, name, attribute in _everything(entry):
        if not _is_type(attribute.get("type")):
            yield f"{place} {name}: {attribute.get('type')} is no type"


def names_are_identifiers(entry: dict) -> Iterator[str]:
    for place, name, _ in _everything(entry):
        stands_inside_items = place == "attributes" and not entry.keys() & {"resource", "singular"}
        if not IDENTIFIER.fullmatch(name) or (name in RESERVED and not stands_inside_items):
            yield f"{place} {name}: not a name that Terraform takes"


def operations_are_spelled(entry: dict) -> Iterator[str]:
    for role, spelled in entry["operations"].items():
        if not OPERATION.fullmatch(spelled):
            yield f"{role}: {spelled} is no operation"


def path_parameters_are_supplied(entry: dict) -> Iterator[str]:
    """Every {Parameter} of every path is an attribute's."""
    if not _is_named(entry):
        return
    supplied = {attribute["path"] for attribute in entry["attributes"].values() if "path" in attribute}
    for role, spelled in entry["operations"].items():
        yield from (f"{role}: nothing supplies {{{name}}}" for name in re.findall(r"\{(\w+)\}", spelled)
                    if name not in supplied)


def path_parameters_are_used(entry: dict) -> Iterator[str]:
    used = {name for spelled in entry["operations"].values() for name in re.findall(r"\{(\w+)\}", spelled)}
    yield from (f"{name}: no path has {{{attribute['path']}}}" for name, attribute in entry["attributes"].items()
                if attribute.get("path", next(iter(used), "")) not in used and "path" in attribute)


def wire_names_are_unique(entry: dict) -> Iterator[str]:
    """No two attributes travel under one name in one operation."""
    for place in ("path", "create", "update", "header", "query"):
        counted = Counter(a[place] for a in entry["attributes"].values() if place in a)
        yield from (f"{place}: {name} is {count} attributes'" for name, count in counted.items() if count > 1)


def arguments_have_their_operation(entry: dict) -> Iterator[str]:
    for name, attribute in entry["attributes"].items():
        yield from (f"{name}: there is no {role}" for role in ("create", "update")
                    if role in attribute and role not in entry["operations"])
        yield from (f"{name}: sent on {role}, which there is not" for role in attribute.get("sent_on", ())
                    if role not in entry["operations"])
        if ("header" in attribute or "query" in attribute) is not ("sent_on" in attribute):
            yield f"{name}: header or query, and sent_on, belong together"


def required_is_sent(entry: dict) -> Iterator[str]:
    yield from (f"{name}: required, but sent nowhere" for name, attribute in entry["attributes"].items()
                if attribute.get("required")
                and not attribute.keys() & {"create", "update", "path", "header", "query", "local"})


def every_attribute_is_good_for_something(entry: dict) -> Iterator[str]:
    places = {"path", "create", "update", "header", "query", "response", "create_response", "local"}
    yield from (f"{name}: neither sent nor read" for name, attribute in entry["attributes"].items()
                if not attribute.keys() & places)


def ids_exist(entry: dict) -> Iterator[str]:
    yield from (f"id: there is no attribute {name}" for name in entry.get("id", ()) if name not in entry["attributes"])


def nested_arguments_have_a_type(entry: dict) -> Iterator[str]:
    """What `nested` describes is exactly what the object's type holds."""
    yield from (f"{name}: nested and type disagree" for name, attribute in entry["attributes"].items()
                if "nested" in attribute and (attribute["type"][0] != "object"
                                              or attribute["nested"].keys() != attribute["type"][1].keys()))


def references_to_attributes_hold(entry: dict) -> Iterator[str]:
    for name, attribute in entry["attributes"].items():
        named = [*attribute.get("derived_from", ()), *attribute.get("excludes", ())]
        yield from (f"{name}: there is no attribute {other}" for other in named if other not in entry["attributes"])
    for group in entry.get("one_of", ()):
        yield from (f"one_of: there is no attribute {other}" for other in group if other not in entry["attributes"])


def properties_of_facts_exist(entry: dict) -> Iterator[str]:
    """What `gone`, `settle`, `stages`, `member_of` watch is a property that some attribute is read from."""
    read = {attribute["response"] for attribute in entry["attributes"].values() if "response" in attribute}
    watched = [*entry.get("gone", ()), *(entry[fact]["property"] for fact in ("settle", "stages") if fact in entry),
               *([entry["member_of"]] if "member_of" in entry else ())]
    yield from (f"{name} is watched, but not read" for name in watched if name not in read)


def waits_are_for_stages(entry: dict) -> Iterator[str]:
    """`wait_for` takes stages that are in order, has a timeout, and the attribute that shows the stage moves by itself."""
    wanted, fact = entry["attributes"].get("wait_for"), entry.get("stages")
    if fact is None:
        yield from ["wait_for: there are no stages"] if wanted else []
        return
    unordered = set((wanted or {}).get("enum", ["nothing"])) - set(fact["order"])
    yield from (f"wait_for: {stage} is no stage" for stage in sorted(unordered))
    yield from (f"stages: {stage} is in order and a failure" for stage in fact["failed"] if stage in fact["order"])
    yield from ["wait_for: no timeouts"] if not {"create", "update"} <= entry.get("timeouts", {}).keys() else []
    yield from (f"{name}: a stage that nothing moves" for name, attribute in entry["attributes"].items()
                if attribute.get("response") == fact["property"]
                and (not attribute.get("volatile") or attribute.keys() & {"create", "update"}))


def secrets_are_sensitive(entry: dict) -> Iterator[str]:
    """A name that sounds like a secret's is sensitive, or a correction says `sensitive = false` and why."""
    yield from (f"{name}: sounds like a secret" for name, attribute in entry["attributes"].items()
                if SOUNDS_SECRET.search(name) and attribute["type"] in ("string", "json")
                and "sensitive" not in attribute)


def defaults_are_values(entry: dict) -> Iterator[str]:
    """What an argument is when not given (K2) is a value that it could be given: of its type, and of its enum."""
    for name, attribute in entry["attributes"].items():
        default = attribute.get("unset", {}).get("default")
        if default is not None and not _is_value(default, attribute):
            yield f"{name}: cannot be {default!r}"


def lists_have_items(entry: dict) -> Iterator[str]:
    if "plural" in entry and "items" not in entry:
        yield "a list without the key of its array"


def a_resource_type_lives(entry: dict) -> Iterator[str]:
    """A resource type is made or adopted, and is read unless its class says that nothing can."""
    if "resource" not in entry:
        if "left_out" not in entry:
            yield "no resource type, and no reason"
        return
    if not entry["operations"].keys() & {"create", "update"}:
        yield "a resource type that nothing can write"
    if not entry["operations"].keys() & {"fetch", "list"} and entry["class"] != "write_only":
        yield "a resource type that nothing can read"


def aliases_are_official(entry: dict) -> Iterator[str]:
    yield from (f"official name {name} is no alias" for name in entry.get("official", ())
                if name not in entry.get("aliases", ()))
    if entry.get("official") and ACCOUNT not in entry["group"]:
        yield "an official name with path_account_sid, but no account in the path"


def descriptions_are_whole(entry: dict) -> Iterator[str]:
    """Every attribute, filter and query is described, in sentences and without markup of another language."""
    described = entry.get("descriptions", {})
    if _is_named(entry):
        yield from (f"{name or 'the entry'} is not described" for name in ("", *entry["attributes"])
                    if not described.get(name))
        yield from (f"{kind} {name} is not described" for kind in ("filters", "queries") for name in entry.get(kind, ())
                    if not described.get(f"{kind}.{name}") and not described.get(name))
    yield from (f"the lifecycle of {name}, which is not described" for name in entry.get("lifecycle", {})
                if name not in described)
    for name, text in [*described.items(), *entry.get("lifecycle", {}).items()]:
        if not text.endswith(".") or re.search(r"</?[a-z]+[ />]|&\w+;|\s{2}|\.\.", text):
            yield f"the description of {name or 'the entry'} is not clean: {text}"


LAWS = (facts_are_known, types_are_known, names_are_identifiers, operations_are_spelled, path_parameters_are_supplied,
        path_parameters_are_used, wire_names_are_unique, arguments_have_their_operation, required_is_sent,
        every_attribute_is_good_for_something, nested_arguments_have_a_type, ids_exist, references_to_attributes_hold,
        properties_of_facts_exist, waits_are_for_stages, secrets_are_sensitive, defaults_are_values, lists_have_items,
        a_resource_type_lives, aliases_are_official, descriptions_are_whole)


def _everything(entry: dict) -> Iterator[tuple[str, str, dict]]:
    for place in ("attributes", "filters", "queries"):
        for name, attribute in entry.get(place, {}).items():
            yield place, name, attribute


def _is_named(entry: dict) -> bool:
    return bool(entry.keys() & {"resource", "singular", "plural"})


def _is_type(type_: object) -> bool:
    if isinstance(type_, str):
        return type_ in TYPES
    kind, inner = type_ if isinstance(type_, list) and len(type_) == 2 else (None, None)
    if kind == "object":
        return isinstance(inner, dict) and all(map(_is_type, inner.values()))
    return kind in ("list", "map") and _is_type(inner)


def _is_value(value: object, attribute: dict) -> bool:
    kinds = {"string": str, "json": str, "bool": bool, "int": int, "number": (int, float)}
    if isinstance(attribute["type"], list):
        return isinstance(value, {"list": list}.get(attribute["type"][0], dict))
    of_type = isinstance(value, kinds[attribute["type"]]) and (isinstance(value, bool) is (attribute["type"] == "bool"))
    return of_type and value in attribute.get("enum", [value])


def _unique_names(entries: dict[str, dict]) -> Iterator[str]:
    resources = [name for entry in entries.values() if "resource" in entry
                 for name in (entry["resource"], *entry.get("aliases", ()))]
    data_sources = [entry[kind] for entry in entries.values() for kind in ("singular", "plural") if kind in entry]
    for names in (resources, data_sources):
        yield from (f"the name {name} stands for {count} things" for name, count in Counter(names).items() if count > 1)


def _known_references(entries: dict[str, dict]) -> Iterator[str]:
    known = {entry["resource"] for entry in entries.values() if "resource" in entry}
    for name, entry in entries.items():
        yield from (f"{name}: {place} {attribute_name} refers to {attribute['refers_to']}, which there is not"
                    for place, attribute_name, attribute in _everything(entry)
                    if attribute.get("refers_to", next(iter(known))) not in known)
