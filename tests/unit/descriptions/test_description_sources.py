"""Where a description comes from, and what an entry says of itself."""

from __future__ import annotations

import pytest

from terraform_twilio.compiler.describe.glossary import Glossary, Product
from terraform_twilio.compiler.descriptions import describe, lives
from unit.descriptions.entries import SERVICE, entry_with

COMPUTED = {"type": "string", "response": "tint"}
GLOSSARY = Glossary(
    types={"proxy_service": "A pool of numbers"},
    nouns={"proxy_service": "Proxy pool"},
    names={"tint": "General tint"},
    products={
        "proxy": Product({}),
        "old": Product({"any": {"shade": "Old shade of the {noun}"}}, same_as="proxy", retired="Gone"),
    },
)


def with_tables(tables: dict[str, dict[str, str]]) -> Glossary:
    return Glossary(GLOSSARY.types, GLOSSARY.nouns, GLOSSARY.names, {**GLOSSARY.products, "proxy": Product(tables)})


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({}, "General tint."),
        ({"any": {"tint": "Product's tint"}}, "Product's tint."),
        (
            {"any": {"tint": "Product's tint"}, "service": {"tint": "Own tint of the {noun}"}},
            "Own tint of the Proxy pool.",
        ),
    ],
)
def test_the_most_particular_meaning_wins(tables, expected):
    assert describe(entry_with("tint", COMPUTED), with_tables(tables))["tint"] == expected


def test_a_meaning_is_composed_where_the_glossary_is_silent():
    assert describe(entry_with("sip_domain", COMPUTED), GLOSSARY)["sip_domain"] == "SIP domain of the Proxy pool."


def test_a_filter_that_clashes_with_an_attribute_has_a_prefix():
    entry = entry_with(
        "tint",
        COMPUTED,
        filters={"tint": {"type": "string", "query": "Tint"}, "shade": {"type": "string", "query": "Shade"}},
    )
    texts = describe(entry, GLOSSARY)
    assert (texts["filters.tint"], texts["shade"]) == ("Only items with this tint.", "Only items with this shade.")


def test_a_query_is_described_as_an_attribute_is():
    entry = entry_with(
        "tint", COMPUTED, queries={"shade": {"type": "string", "query": "Shade", "enum": ["dark", "light"]}}
    )
    assert describe(entry, GLOSSARY)["shade"] == "Shade of the Proxy pool. Either `dark` or `light`."


def test_an_older_version_is_described_as_the_newer_and_says_so():
    entry = {**SERVICE, "resource": "twilio_proxy_service_v1"}
    assert describe(entry, GLOSSARY)[""].startswith("A pool of numbers. This is version 1 of the API")


def test_a_retired_twin_takes_the_meanings_of_its_successor():
    entry = {**entry_with("tint", COMPUTED), "resource": "twilio_old_service"}
    texts = describe(entry, GLOSSARY)
    assert texts == {"": "A pool of numbers. Gone.", "tint": "General tint."}


def test_the_successor_fact_names_the_successor():
    assert "its successor is Conversations." in describe({**SERVICE, "successor": "Conversations"}, GLOSSARY)[""]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"class": "association"}, "leaves both objects."),
        ({"class": "singleton", "operations": {"fetch": "GET /v1/S", "update": "POST /v1/S"}}, "only forgets it."),
        (
            {"class": "create_read", "operations": {"create": "POST /v1/S", "fetch": "GET /v1/S/{Sid}"}},
            "Every change makes a new one.",
        ),
        (
            {"class": "create_read", "operations": {"create": "POST /v1/S", "fetch": "GET /v1/S/{Sid}"}},
            "destroying the resource only forgets it.",
        ),
        (
            {
                "delete_by_update": {"Status": "closed"},
                "operations": {"create": "POST /v1/S", "update": "POST /v1/S/{Sid}"},
            },
            "destroying the resource sends `Status=closed` instead.",
        ),
    ],
)
def test_the_entry_says_how_it_lives(facts, expected):
    assert expected in lives({**SERVICE, **facts})[""]


def test_a_data_source_does_not_speak_of_destroying():
    entry = {**SERVICE, "class": "singleton", "operations": {"fetch": "GET /v1/S", "update": "POST /v1/S"}}
    del entry["resource"]
    assert describe(entry, GLOSSARY)[""] == "A pool of numbers."
