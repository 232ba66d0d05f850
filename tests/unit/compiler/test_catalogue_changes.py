"""The report of changes, in practitioners' words."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler.changes import report


def entry(**attributes: dict) -> dict:
    return {"group": "/v1/Maps", "resource": "twilio_sync_map", "attributes": attributes}


def told(before: dict, after: dict) -> list[str]:
    return report({"sync_v1/map": entry(name={"type": "string", **before})},
                  {"sync_v1/map": entry(name={"type": "string", **after})})


BOTH = {"create": "Name", "update": "Name"}


@pytest.mark.parametrize(("before", "after", "sentence"), [
    (BOTH, BOTH | {"required": True}, "! twilio_sync_map.name is required now"),
    (BOTH | {"required": True}, BOTH, "twilio_sync_map.name is no longer required"),
    (BOTH, {"create": "Name"}, "! twilio_sync_map.name forces replacement now"),
    ({"create": "Name"}, BOTH, "twilio_sync_map.name can be changed in place now"),
    ({"response": "n"}, {"response": "n"} | BOTH, "twilio_sync_map.name can be configured now"),
    (BOTH | {"response": "n"}, {"response": "n"}, "! twilio_sync_map.name can no longer be configured"),
    (BOTH | {"response": "n"}, BOTH, "! twilio_sync_map.name is never returned now"),
    (BOTH, BOTH | {"sensitive": True}, "! twilio_sync_map.name is sensitive now"),
    (BOTH | {"enum": ["a"]}, BOTH | {"enum": ["a", "b"]}, "twilio_sync_map.name takes b now"),
    (BOTH | {"enum": ["a", "b"]}, BOTH | {"enum": ["a"]}, "! twilio_sync_map.name no longer takes b"),
    (BOTH, BOTH | {"enum": ["a", "b"]}, "! twilio_sync_map.name takes only a, b now"),
    (BOTH | {"max_length": 5}, BOTH | {"max_length": 9}, "twilio_sync_map.name changes its max_length: 5 was, 9 is")])
def test_a_change_of_an_attribute(before, after, sentence):
    assert told(before, after) == [sentence]


def test_another_type_breaks():
    before, after = entry(name={"type": "string"}), entry(name={"type": "json"})
    assert report({"m": before}, {"m": after}) == [
        "! twilio_sync_map.name is of another type: string was, json is"]


def test_new_and_lost_attributes_and_names_what_breaks_first():
    before = {"m": entry(old={"type": "string"}), "n": {"group": "/n", "plural": "twilio_n", "attributes": {}}}
    after = {"m": entry(new={"type": "string", "create": "New", "required": True}) | {"aliases": ["twilio_maps"]}}
    assert report(before, after) == [
        "! data source twilio_n is gone", "! twilio_sync_map.new is new and required", "! twilio_sync_map.old is gone",
        "alias twilio_maps of twilio_sync_map is new"]


def test_arguments_of_data_sources():
    before = entry() | {"filters": {"a": {}}}
    after = entry() | {"queries": {"b": {}}}
    assert report({"m": before}, {"m": after}) == [
        "! twilio_sync_map: the list argument a is gone", "twilio_sync_map: the lookup argument b is new"]


def test_nothing_changed_nothing_told():
    assert report({"m": entry(name={"type": "string"})}, {"m": entry(name={"type": "string"})}) == []
