"""The laws of the catalogue, over every committed entry, and each law once on an entry that breaks it."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler import laws


@pytest.mark.parametrize("law", laws.LAWS, ids=lambda law: law.__name__)
def test_every_entry_keeps(law, entries):
    assert [f"{name}: {wrong}" for name, entry in entries.items() for wrong in law(entry)] == []


def test_all_entries_together_keep_the_laws(entries):
    assert laws.broken(entries) == []


def whole(**changes: object) -> dict:
    """A small entry that keeps every law, changed."""
    entry = {
        "group": "/v1/Maps", "class": "crud", "host": "sync.twilio.com", "resource": "twilio_sync_map",
        "plural": "twilio_sync_maps", "items": "maps", "id": ["sid"],
        "operations": {"create": "POST /v1/Maps", "fetch": "GET /v1/Maps/{Sid}", "list": "GET /v1/Maps"},
        "attributes": {"sid": {"type": "string", "path": "Sid", "response": "sid"},
                       "name": {"type": "string", "required": True, "create": "Name", "response": "name"}},
        "descriptions": {"": "A map.", "sid": "Its SID.", "name": "Its name."}}
    return entry | changes


def with_attribute(name: str, **facts: object) -> dict:
    entry = whole()
    entry["attributes"] = entry["attributes"] | {name: facts}
    entry["descriptions"] = entry["descriptions"] | {name: "Said."}
    return entry


BREACHES = (
    (laws.facts_are_known, whole(colour="red"), "unknown fact colour"),
    (laws.facts_are_known, with_attribute("x", type="string", response="x", normaliser="loud"), "unknown normaliser"),
    (laws.types_are_known, with_attribute("x", type="text", response="x"), "text is no type"),
    (laws.names_are_identifiers, with_attribute("count", type="int", response="count"), "not a name"),
    (laws.names_are_identifiers, with_attribute("9x", type="int", response="9x"), "not a name"),
    (laws.operations_are_spelled, whole(operations={"create": "post /v1"}), "is no operation"),
    (laws.path_parameters_are_supplied, whole(operations={"fetch": "GET /v1/{MapSid}"}), "nothing supplies {MapSid}"),
    (laws.path_parameters_are_used, with_attribute("x", type="string", path="Nowhere"), "no path has {Nowhere}"),
    (laws.wire_names_are_unique, with_attribute("x", type="string", create="Name"), "Name is 2 attributes'"),
    (laws.arguments_have_their_operation, with_attribute("x", type="string", update="X"), "there is no update"),
    (laws.arguments_have_their_operation, with_attribute("x", type="string", header="X"), "belong together"),
    (laws.required_is_sent, with_attribute("x", type="string", response="x", required=True), "sent nowhere"),
    (laws.every_attribute_is_good_for_something, with_attribute("x", type="string"), "neither sent nor read"),
    (laws.nested_arguments_have_a_type, with_attribute("x", type=["object", {"a": "int"}], nested={}), "x: nested"),
    (laws.ids_exist, whole(id=["other"]), "there is no attribute other"),
    (laws.references_to_attributes_hold, with_attribute("x", type="string", response="x", derived_from=["y"]), "x: "),
    (laws.references_to_attributes_hold, whole(one_of=[["y"]]), "no attribute y"),
    (laws.properties_of_facts_exist, whole(gone={"status": ["closed"]}), "status is watched"),
    (laws.waits_are_for_stages, with_attribute("wait_for", type="string", local="update"), "there are no stages"),
    (laws.waits_are_for_stages, whole(stages={"property": "name", "order": ["a"], "failed": ["a"]}), "and a failure"),
    (laws.waits_are_for_stages, whole(stages={"property": "name", "order": ["a"], "failed": []}), "nothing is no stage"),
    (laws.waits_are_for_stages, whole(stages={"property": "name", "order": ["a"], "failed": []}), "no timeouts"),
    (laws.waits_are_for_stages, whole(stages={"property": "name", "order": ["a"], "failed": []}), "that nothing moves"),
    (laws.secrets_are_sensitive, with_attribute("password", type="string", create="P"), "sounds like a secret"),
    (laws.defaults_are_values, with_attribute("x", type="int", unset={"default": False}), "cannot be False"),
    (laws.defaults_are_values, with_attribute("x", type="string", enum=["a"], unset={"default": "b"}), "cannot be 'b'"),
    (laws.a_resource_type_lives, whole(operations={"fetch": "GET /v1/Maps/{Sid}"}), "nothing can write"),
    (laws.a_resource_type_lives, whole(operations={"create": "POST /v1/Maps"}), "nothing can read"),
    (laws.aliases_are_official, whole(official=["twilio_sync_maps_v1"]), "is no alias"),
    (laws.descriptions_are_whole, whole(descriptions={"": "A map.", "sid": "Its SID."}), "name is not described"),
    (laws.descriptions_are_whole, whole(descriptions={"": "A <b>map</b>.", "sid": "S.", "name": "N."}), "not clean"),
)


def test_the_small_entry_keeps_every_law():
    assert laws.broken({"sync_v1/map": whole()}) == []


@pytest.mark.parametrize(("law", "entry", "wrong"), [breach for breach in BREACHES if breach[2]],
                         ids=[f"{law.__name__}: {wrong}" for law, _, wrong in BREACHES])
def test_a_breach_is_told(law, entry, wrong):
    assert any(wrong in told for told in law(entry))


def test_a_list_without_items_is_told():
    entry = whole()
    del entry["items"]
    assert list(laws.lists_have_items(entry)) == ["a list without the key of its array"]


def test_every_law_is_broken_by_some_example():
    broken = {law for law, _, _ in BREACHES} | {laws.lists_have_items}
    assert broken == set(laws.LAWS)


def test_one_name_for_two_things_is_told():
    told = laws.broken({"sync_v1/map": whole(), "sync_v2/map": whole()})
    assert told == ["the name twilio_sync_map stands for 2 things", "the name twilio_sync_maps stands for 2 things"]


def test_a_reference_to_nothing_is_told():
    entry = with_attribute("x", type="string", response="x", refers_to="twilio_sync_atlas")
    assert laws.broken({"sync_v1/map": entry}) == [
        "sync_v1/map: attributes x refers to twilio_sync_atlas, which there is not"]
