"""The documents, read a second time without the compiler: nothing they say may be missing from the catalogue."""

from __future__ import annotations

import pytest

from catalogue.conftest import corrected
from catalogue.second_reading import Covered, LeftOut, Said, coverage, operations
from terraform_twilio.catalogue import read

SCALARS = {"string": "string", "boolean": "bool", "integer": "int", "number": "number"}


@pytest.fixture(scope="module")
def said(documents) -> list[Said]:
    return list(operations(documents))


@pytest.fixture(scope="module")
def covered(documented) -> dict[tuple[str, str, str], Covered]:
    return coverage(documented)


@pytest.fixture(scope="module")
def left_out() -> LeftOut:
    return LeftOut((read.DATA / "LEFT_OUT.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pairs(said, covered) -> list[tuple[Said, Covered]]:
    """Each operation that a resource type or data source uses, with its place in the catalogue."""
    found = [(operation, covered[operation.key]) for operation in said if operation.key in covered]
    return [(operation, place) for operation, place in found if place.is_named()]


def test_the_documents_are_all_there(said):
    assert len(said) == 1447
    assert len({operation.document for operation in said}) == 53  # two documents have no operation


def test_every_operation_is_used_or_left_out_with_a_reason(said, covered, left_out):
    missing = [str(operation) for operation in said
               if not (operation.key in covered and covered[operation.key].is_named())
               and str(operation) not in left_out.operations]
    assert missing == []


def test_the_catalogue_has_no_operation_that_the_documents_do_not_have(said, documented):
    assert coverage(documented).keys() - {operation.key for operation in said} == set()


def test_nothing_is_left_out_and_used(pairs, left_out):
    assert [str(operation) for operation, _ in pairs if str(operation) in left_out.operations] == []


def test_every_parameter_of_a_body_is_an_attribute(pairs, left_out):
    missing = [f"{operation} {wire_name}" for operation, place in pairs
               for wire_name in operation.body.keys() - place.sent_in_body().keys()
               if (place.name, f"{place.role} {wire_name}") not in left_out.parameters]
    assert missing == []


def test_every_header_is_an_attribute(pairs):
    assert [f"{operation} {name}" for operation, place in pairs for name in operation.headers
            if name not in place.sent_beside("header")] == []


def test_every_query_parameter_is_an_argument(pairs, left_out):
    assert [f"{operation} {name}" for operation, place in pairs for name in operation.query
            if name not in place.sent_beside("query") and not (place.role == "list" and name in left_out.paging)] == []


def test_bodies_travel_as_the_documents_say(pairs):
    assert [str(operation) for operation, place in pairs
            if operation.is_json is not place.entry["operations"][place.role].endswith(" json")] == []


def test_what_a_create_demands_is_required(pairs):
    missing = [f"{operation} {wire_name}" for operation, place in pairs if place.role == "create"
               for wire_name in operation.body_required
               if not place.sent_in_body()[wire_name][1].get("required")]
    assert missing == []


def test_what_is_required_is_demanded_somewhere(pairs):
    """The other way round: nobody is asked for what neither Twilio nor a correction wants."""
    ours = set(corrected("required"))
    demanded: dict[str, set[str]] = {}
    for operation, place in pairs:
        sent = place.sent_in_body()
        names = {sent[wire_name][0] for wire_name in operation.body_required if wire_name in sent}
        demanded.setdefault(place.name, set()).update(names)
    entries = {place.name: place.entry for _, place in pairs}
    assert [f"{name}.{attribute}" for name, entry in entries.items() for attribute, facts in entry["attributes"].items()
            if facts.get("required") and facts.keys() & {"create", "update"} and "path" not in facts
            and attribute not in demanded[name] and (name, attribute) not in ours] == []


def test_every_value_that_the_documents_name_is_taken(pairs, left_out):
    refused = [f"{operation} {wire_name} {value}" for operation, place in pairs
               for wire_name, schema in operation.body.items() if wire_name in place.sent_in_body()
               for value in schema.get("enum", ()) if value is not None
               and value not in place.sent_in_body()[wire_name][1].get("enum", (value,))
               and (place.name, f"value {value}") not in left_out.parameters]
    assert refused == []


def test_numbers_and_truth_values_are_what_the_documents_say(pairs):
    wrong = [f"{operation} {wire_name}: {place.sent_in_body()[wire_name][1]['type']}" for operation, place in pairs
             for wire_name, schema in operation.body.items()
             if schema.get("type") in ("boolean", "integer", "number") and wire_name in place.sent_in_body()
             and place.sent_in_body()[wire_name][1]["type"] != SCALARS[schema["type"]]]
    assert wrong == []


def test_every_property_of_a_fetch_is_read(pairs, left_out):
    missing = [f"{operation} {name}" for operation, place in pairs if place.role == "fetch"
               for name in operation.answer.keys() - place.read()
               if (place.name, f"response {name}") not in left_out.parameters]
    assert missing == []


def test_every_property_of_a_create_answer_is_read(pairs, left_out):
    """From the create answer, or under the same name from the fetch's, which may have it one level down."""
    missing = [f"{operation} {name}" for operation, place in pairs if place.role == "create"
               for name in operation.answer.keys() - place.read()
               if "response" not in place.entry["attributes"].get(name, {})
               and (place.name, f"response {name}") not in left_out.parameters]
    assert missing == []


def test_every_property_of_a_lists_element_is_read(pairs):
    missing = [f"{operation} {name}" for operation, place in pairs if place.role == "list"
               for name in operation.element(place.entry["items"]).keys() - place.read()]
    assert missing == []


def test_a_list_has_its_array_where_the_catalogue_says(pairs):
    wrong = [str(operation) for operation, place in pairs if place.role == "list"
             and operation.answer.get(place.entry.get("items", ""), {}).get("type") != "array"]
    assert wrong == []
