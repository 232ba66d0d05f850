"""What a new compilation changes for practitioners, in their words: what breaks first, then what is new."""

from __future__ import annotations

KINDS = {"resource": "resource type", "singular": "data source", "plural": "data source"}


def report(before: dict[str, dict], after: dict[str, dict]) -> list[str]:
    """One sentence a change, sorted; sentences about what can break a configuration begin with `!`."""
    sentences: list[str] = []
    for name in sorted(before.keys() | after.keys()):
        sentences += _names(before.get(name, {}), after.get(name, {}))
        if name in before and name in after:
            sentences += _attributes(before[name], after[name])
            sentences += _arguments(before[name], after[name])
    return sorted(sentences, key=lambda sentence: (not sentence.startswith("!"), sentence))


def _names(before: dict, after: dict) -> list[str]:
    old = {f"{word} {before[kind]}" for kind, word in KINDS.items() if kind in before} | _aliases(before)
    new = {f"{word} {after[kind]}" for kind, word in KINDS.items() if kind in after} | _aliases(after)
    return [f"! {name} is gone" for name in old - new] + [f"{name} is new" for name in new - old]


def _aliases(entry: dict) -> set[str]:
    return {f"alias {alias} of {entry['resource']}" for alias in entry.get("aliases", ())}


def _title(entry: dict) -> str:
    return entry.get("resource") or entry.get("singular") or entry.get("plural") or entry["group"]


def _attributes(before: dict, after: dict) -> list[str]:
    title, old, new = _title(after), before["attributes"], after["attributes"]
    return ([f"! {title}.{name} is gone" for name in old.keys() - new.keys()]
            + [f"{'! ' if 'required' in new[name] else ''}{title}.{name} is new{_and_required(new[name])}"
               for name in new.keys() - old.keys()]
            + [f"{mark}{title}.{name} {sentence}" for name in old.keys() & new.keys()
               for mark, sentence in _differences(old[name], new[name])])


def _and_required(attribute: dict) -> str:
    return " and required" if "required" in attribute else ""


def _arguments(before: dict, after: dict) -> list[str]:
    title = _title(after)
    return [f"{mark}{title}: the {kind} argument {name} is {word}"
            for kind, section in (("list", "filters"), ("lookup", "queries"))
            for mark, word, names in (
                ("! ", "gone", before.get(section, {}).keys() - after.get(section, {}).keys()),
                ("", "new", after.get(section, {}).keys() - before.get(section, {}).keys()))
            for name in names]


def _differences(old: dict, new: dict) -> list[tuple[str, str]]:
    """(mark, sentence) for everything that changed about one attribute."""
    found = [(mark, sentence) for mark, sentence, is_so in (
        ("! ", "is required now", is_required(new) and not is_required(old)),
        ("", "is no longer required", is_required(old) and not is_required(new)),
        ("! ", "forces replacement now", is_replacing(new) and not is_replacing(old)),
        ("", "can be changed in place now", is_replacing(old) and is_argument(new) and not is_replacing(new)),
        ("! ", "can no longer be configured", is_argument(old) and not is_argument(new)),
        ("", "can be configured now", is_argument(new) and not is_argument(old)),
        ("! ", "is never returned now", "response" in old and "response" not in new),
        ("", "is returned now", "response" in new and "response" not in old),
        ("! ", f"is of another type: {old['type']} was, {new['type']} is", old["type"] != new["type"]),
        ("! ", "is sensitive now", is_sensitive(new) and not is_sensitive(old)),
        ("", "is no longer sensitive", is_sensitive(old) and not is_sensitive(new)),
    ) if is_so]
    return found + _values(old, new) + _other(old, new)


def _values(old: dict, new: dict) -> list[tuple[str, str]]:
    before, after = old.get("enum"), new.get("enum")
    if before == after:
        return []
    if before is None or after is None:
        return [("! ", f"takes only {', '.join(map(str, after))} now") if after else ("", "takes any value now")]
    return ([("! ", f"no longer takes {value}") for value in before if value not in after]
            + [("", f"takes {value} now") for value in after if value not in before])


def _other(old: dict, new: dict) -> list[tuple[str, str]]:
    facts = ("path", "create", "update", "response", "sid", "pattern", "min_length", "max_length", "minimum", "maximum",
             "normaliser", "unset", "always")
    return [("", f"changes its {fact}: {old.get(fact)} was, {new.get(fact)} is") for fact in facts
            if fact in old and fact in new and old[fact] != new[fact]]


def is_required(attribute: dict) -> bool:
    return bool(attribute.get("required"))


def is_argument(attribute: dict) -> bool:
    return bool(attribute.keys() & {"create", "update", "header", "query"} or is_required(attribute))


def is_replacing(attribute: dict) -> bool:
    return is_argument(attribute) and "update" not in attribute and bool(attribute.keys() & {"create", "path"})


def is_sensitive(attribute: dict) -> bool:
    return bool(attribute.get("sensitive"))
