"""What the catalogue's facts add to a description."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler.descriptions import describe, lives
from unit.descriptions.entries import SERVICE, entry_with

BOTH = {"create": "X", "update": "X", "response": "x"}
CASES = [
    (
        "K3: an argument that is empty when unset is cleared",
        {"type": "int", "unset": {"empty": True}, **BOTH},
        "Removing it clears it.",
    ),
    ("K11: a default comes back", {"type": "int", "unset": {"default": 30}, **BOTH}, "Defaults to `30`."),
    (
        "K11: a false default is written as Terraform does",
        {"type": "bool", "unset": {"default": False}, **BOTH},
        "Defaults to `false`.",
    ),
    (
        "K13: an enum has no empty value",
        {"type": "string", "enum": ["GET", "POST"], "unset": {"empty": True}, **BOTH},
        "Either `GET` or `POST`. Removing it leaves the value as it is.",
    ),
    (
        "what is only reported is among the values, and named apart from those that are taken",
        {"type": "string", "enum": ["ended"], "reported": ["active"], "update": "X", "response": "x"},
        "Either `ended` or `active`. Twilio takes `ended`; the others it only reports: "
        "in a configuration, as in a generated one, they ask for nothing. Removing it leaves the value as it is.",
    ),
    ("K12: a text in a form is cleared by an empty text", {"type": "string", **BOTH}, "Removing it clears it."),
    ("K13: any other type keeps its value", {"type": "bool", **BOTH}, "Removing it leaves the value as it is."),
    (
        "K13: an enum keeps its value",
        {"type": "string", "enum": ["a", "b"], **BOTH},
        "Either `a` or `b`. Removing it leaves the value as it is.",
    ),
    (
        "K5: a hidden argument stays in Twilio",
        {"type": "string", "create": "X", "update": "X"},
        "Twilio never returns it, and removing it changes nothing there.",
    ),
    (
        "K5: a hidden argument with a clearing value",
        {"type": "string", "create": "X", "update": "X", "clear": ""},
        "Removing it clears it.",
    ),
    (
        "K4: removing a create-only argument replaces nothing",
        {"type": "string", "create": "X", "response": "x"},
        "Changing it replaces the resource, removing it does not.",
    ),
    (
        "G1: a required create-only argument replaces",
        {"type": "string", "required": True, "create": "X", "response": "x"},
        "Changing it replaces the resource.",
    ),
    (
        "K18: a hidden create-only argument",
        {"type": "string", "create": "X"},
        "Changing it replaces the resource; Twilio never returns it.",
    ),
    (
        "G2: exclusion",
        {"type": "bool", "excludes": ["trunk_sid"], "required": True, **BOTH},
        "Setting it makes Twilio drop `trunk_sid`.",
    ),
    (
        "a reference",
        {"type": "string", "required": True, "refers_to": "twilio_api_key", **BOTH},
        "Refers to a `twilio_api_key`.",
    ),
    (
        "lengths",
        {"type": "string", "required": True, "min_length": 2, "max_length": 9, **BOTH},
        "From 2 to 9 characters.",
    ),
    ("bounds", {"type": "int", "required": True, "maximum": 9, **BOTH}, "At most 9."),
    ("JSON", {"type": "json", "required": True, **BOTH}, "Write it with `jsonencode`."),
    (
        "a secret that only the create answer holds",
        {"type": "string", "create_response": "secret"},
        "Returned at creation alone, then kept in the state.",
    ),
    (
        "a header",
        {"type": "string", "header": "X-Flag", "sent_on": ["create"]},
        "Sent with requests, not stored by Twilio.",
    ),
]


def told(entry: dict, name: str) -> str:
    """What the schema of a resource type says of an attribute."""
    return f"{describe(entry)[name]} {lives(entry).get(name, '')}".rstrip()


@pytest.mark.parametrize(("attribute", "ending"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_facts_end_the_description(attribute, ending):
    assert told(entry_with("zone", attribute), "zone").removeprefix("Zone of the Proxy service. ") == ending


def test_a_computed_attribute_has_no_facts_of_arguments():
    assert told(entry_with("zone", {"type": "json", "response": "zone"}), "zone") == "Zone of the Proxy service."


def test_the_own_id_in_the_path_is_no_argument():
    attribute = {"type": "string", "path": "Sid", "response": "sid"}
    assert "replaces" not in told(entry_with("sid", attribute), "sid")


def test_a_parent_in_the_path_replaces():
    create = {**SERVICE["operations"], "create": "POST /v1/Services/{ZoneSid}/Zones"}
    attribute = {"type": "string", "required": True, "path": "ZoneSid", "response": "zone_sid"}
    text = told(entry_with("zone_sid", attribute, operations=create), "zone_sid")
    assert text == "SID of the zone. Changing it replaces the resource."


def test_the_account_defaults_to_the_provider_s():
    create = {**SERVICE["operations"], "create": "POST /2010-04-01/Accounts/{AccountSid}/Keys.json"}
    attribute = {"type": "string", "path": "AccountSid", "response": "account_sid"}
    text = told(entry_with("account_sid", attribute, operations=create), "account_sid")
    assert text.endswith("Defaults to the provider's account. Changing it replaces the resource.")


def test_the_account_in_the_body_is_a_transfer():
    create = {**SERVICE["operations"], "create": "POST /2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json"}
    attribute = {"type": "string", "path": "AccountSid", "update": "AccountSid", "response": "account_sid"}
    text = told(entry_with("account_sid", attribute, operations=create), "account_sid")
    assert text.endswith("Changing it moves the object to that account, removing it does not.")


def test_a_long_enum_is_shortened():
    text = describe(entry_with("zone", {"type": "string", "enum": list("abcdefghijklmnopq"), "response": "zone"}))[
        "zone"
    ]
    assert "One of 17 values, such as `a`, " in text
    assert "`q`" not in text


def test_a_data_source_says_nothing_of_changes():
    entry = entry_with("zone", {"type": "string", "path": "Zone", "required": True})
    del entry["resource"]
    assert describe(entry)["zone"] == "Zone of the Proxy service."
