"""Lengths and ranges: what Twilio's documents state in words, and the local Twilio refuses, a plan refuses.

The local Twilio has its own table (emulator/also_limited.json), the catalogue's limits come from overrides/limits.toml.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from terraform_twilio.emulator.also import LIMITED, read

NAMES = {"minLength": "min_length", "maxLength": "max_length", "minimum": "minimum", "maximum": "maximum", "enum": "enum"}
"""The limits that a plan knows, by the local Twilio's words. Forms differ: the catalogue's are simpler where both are right."""

LONGER_BODIES = "Messages that came in from other channels are longer than one that is sent may be, and can be imported."
FIRST_VERSION = "The same objects have more room in the product's later version, and can be imported here."
UNPLANNED = {
    ("api_v2010/message", "body"): LONGER_BODIES,
    ("chat_v1/channel", "friendly_name"): FIRST_VERSION,
    ("chat_v1/channel", "unique_name"): FIRST_VERSION,
    ("chat_v1/service", "friendly_name"): FIRST_VERSION,
    ("conversations_v1/conversation_message", "body"): LONGER_BODIES,
    ("conversations_v1/service_conversation_message", "body"): LONGER_BODIES,
    ("taskrouter_v1/worker", "friendly_name"): "Flex names workers after whoever signs on, and says of no length.",
}
"""Arguments whose limit is left to Twilio, by entry: the reason."""


def limited(entries: dict) -> Iterator[tuple[str, str, dict, dict]]:
    """(entry, attribute, its facts, what the local Twilio refuses) of every argument that a limited parameter is."""
    table = read(LIMITED)
    for name, entry in entries.items():
        for place in ("create", "update"):
            line = entry["operations"].get(place, "").removesuffix(" json")
            rows = table.get(line.replace(" ", f" {entry['host']}", 1), {})
            yield from ((name, attribute, facts, rows[facts[place]]) for attribute, facts in entry["attributes"].items()
                        if facts.get(place) in rows)


@pytest.fixture(scope="module")
def missing(entries) -> set[tuple[str, str]]:
    return {(name, attribute) for name, attribute, facts, row in limited(entries)
            if any(facts.get(known) != row[said] for said, known in NAMES.items() if said in row)}


def test_what_is_refused_is_refused_by_the_plan(missing):
    assert sorted(missing - UNPLANNED.keys()) == []


def test_what_is_left_to_twilio_is_not_in_the_catalogue(missing):
    assert sorted(UNPLANNED.keys() - missing) == []


def test_every_form_is_one_in_the_catalogue_too(entries):
    assert [(name, attribute) for name, attribute, facts, row in limited(entries)
            if "pattern" in row and "pattern" not in facts] == []
