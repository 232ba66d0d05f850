"""The catalogue's text, one fact per line: an entry has exactly one spelling, so that a diff shows facts alone."""

from __future__ import annotations

import json

ENTRY_FACTS = (
    "group", "added", "class", "host", "resource", "singular", "plural", "aliases", "official", "without",
    "operations", "items", "page_size", "id", "member_of", "delete_by_update", "gone", "settle", "stages", "in_use",
    "timeouts", "one_of", "renews", "destroy", "loss", "left_out", "successor", "attributes", "filters", "queries",
    "descriptions", "lifecycle")
ATTRIBUTE_FACTS = (
    "type", "required", "path", "create", "update", "header", "query", "sent_on", "response", "create_response",
    "always", "enum", "reported", "sid", "pattern", "min_length", "max_length", "minimum", "maximum", "normaliser", "sensitive",
    "unset", "clear", "volatile", "derived_from", "excludes", "refers_to", "not_in_list", "only_in_list", "local",
    "nested")
TABLES = ("operations", "attributes", "filters", "queries", "descriptions", "lifecycle")
SORTED_TABLES = TABLES[1:]


class UnknownFact(ValueError):
    """A fact that the catalogue's text has no place for."""


def text(entry: dict) -> str:
    """The canonical text of one entry."""
    _refuse_unknown(entry, ENTRY_FACTS)
    lines = [_line(fact, entry[fact]) for fact in ENTRY_FACTS if fact in entry]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(fact: str, value: object) -> str:
    if fact not in TABLES:
        return f" {_json(fact)}: {_json(value)}"
    names = sorted(value) if fact in SORTED_TABLES else list(value)
    rows = [f"  {_json(name)}: {_json(_ordered(value[name]))}" for name in names]
    return f" {_json(fact)}: {{\n" + ",\n".join(rows) + "\n }" if rows else f" {_json(fact)}: {{}}"


def _ordered(row: object) -> object:
    if not isinstance(row, dict):
        return row
    _refuse_unknown(row, ATTRIBUTE_FACTS)
    return {fact: row[fact] for fact in ATTRIBUTE_FACTS if fact in row}


def _refuse_unknown(facts: dict, known: tuple[str, ...]) -> None:
    unknown = sorted(facts.keys() - set(known))
    if unknown:
        raise UnknownFact(f"the catalogue has no fact {', '.join(unknown)}")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
