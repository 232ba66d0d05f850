"""Which resource type's SID belongs in an attribute, and what makes an id."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler.relations import identify, refer


def owner(document: str, noun: str, prefix: str, kind: str = "crud") -> tuple[str, dict]:
    """An entry whose own SID has a prefix."""
    product = document.rpartition("_")[0]
    return f"{document}/{noun}", {
        "group": f"/v1/{noun}s", "class": kind, "resource": f"twilio_{product}_{noun}",
        "operations": {"fetch": f"GET /v1/{noun}s/{{Sid}}"},
        "attributes": {"sid": {"type": "string", "path": "Sid", "sid": [prefix]}}}


def referred(name: str, prefix: str, *owners: tuple[str, dict]) -> str | None:
    """What an argument of a flow of Flex with this name and prefix refers to."""
    argument = {"type": "string", "create": "X", "sid": [prefix]}
    entry = {"group": "/v1/Flows", "class": "crud", "resource": "twilio_flex_flow", "attributes": {name: argument},
             "operations": {"create": "POST /v1/Flows"}}
    refer(dict(owners) | {"flex_v1/flow": entry})
    return argument.get("refers_to")


CHAT, SYNC, FLEX = owner("chat_v2", "service", "IS"), owner("sync_v1", "service", "IS"), owner("flex_v1", "thing", "IS")


@pytest.mark.parametrize(("name", "owners", "target"), [
    ("sync_service_sid", [CHAT, SYNC], "twilio_sync_service"),
    ("some_sync_service_sid", [CHAT, SYNC], "twilio_sync_service"),
    ("instance_sid", [CHAT, FLEX, SYNC], "twilio_flex_thing"),
    ("instance_sid", [SYNC, CHAT], "twilio_chat_service"),
    ("instance_sid", [owner("sync_v1", "link", "IS", "association")], None),
    ("instance_sid", [owner("sync_v1", "map", "MP")], None)])
def test_of_several_owners_of_a_prefix_the_name_then_the_document_speaks(name, owners, target):
    assert referred(name, "IS", *owners) == target


def test_what_is_only_read_refers_to_nothing():
    argument = {"type": "string", "response": "service_sid", "sid": ["IS"]}
    entries = dict([CHAT]) | {"flex_v1/flow": {"group": "/f", "class": "crud", "attributes": {"service_sid": argument},
                                              "operations": {}}}
    refer(entries)
    assert "refers_to" not in argument


def test_the_own_sid_refers_to_nothing():
    entries = dict([CHAT])
    refer(entries)
    assert "refers_to" not in entries["chat_v2/service"]["attributes"]["sid"]


def path_entry(*operations: str, **paths: str) -> dict:
    return {"operations": dict(zip(("fetch", "delete"), operations, strict=False)),
            "attributes": {name: {"type": "string", "path": wire} for name, wire in paths.items()}}


@pytest.mark.parametrize(("entry", "id_"), [
    (path_entry("GET /v1/A/{ASid}/B/{Sid}", sid="Sid", a_sid="ASid"), ["a_sid", "sid"]),
    (path_entry("GET /v1/A", "DELETE /v1/A/{Type}", type="Type"), ["type"]),
    (path_entry("GET /2010-04-01/Accounts/{AccountSid}/Keys/{Sid}.json", account_sid="AccountSid", sid="Sid"), ["sid"]),
    (path_entry("GET /v1/Settings"), None)])
def test_the_id_is_the_longest_paths_values_without_the_account(entry, id_):
    identify({"x": entry})
    assert entry.get("id") == id_


def test_an_id_that_a_correction_gave_stays():
    entry = path_entry("GET /v1/A/{Sid}", sid="Sid") | {"id": ["phone_number"]}
    identify({"x": entry})
    assert entry["id"] == ["phone_number"]
