"""All of a list: none, some, more than a page, and those that a filter selects."""

from __future__ import annotations

import tomllib
import urllib.parse
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lifecycle.data_sources.agreement import disagreements
from lifecycle.data_sources.inventing import dated
from lifecycle.data_sources.reader import Reader
from lifecycle.data_sources.sources import Source
from lifecycle.facts import PARAMETER, Attribute
from lifecycle.values import fitting
from terraform_twilio.catalogue.operations import read_operations

PAGE = 2
UNSAID_PAGE = 50
# Why a list that could say what comes next never does, by data source.
ONE_PAGE = tomllib.loads(Path(__file__).with_name("one_page.toml").read_text(encoding="utf-8"))
# What an answer may say of the page that follows.
NEXT = {"next_page_uri", "meta", "has_next", "startIndex"}


def empty(reader: Reader) -> None:
    """D3: a list that holds nothing is an empty list."""
    place = reader.place()
    reader.seeds.parents(place)
    arguments = reader.arguments(place)
    state = reader.read(arguments)
    assert_listed(reader, state, reader.elements(place, queried(reader.source, arguments)))
    assert {name: state[name] for name in arguments} == arguments


def pages(reader: Reader) -> None:
    """D4: every element of every page, whole, in the order of the list, twice the same."""
    place = reader.place()
    count = _more_than_a_page(reader)
    for turn in range(count):
        reader.seeds.stand(place, turn)
    arguments = reader.arguments(place)
    core = reader.with_small_pages(PAGE)
    asked = []
    lines = reader.requests(lambda: asked.append(reader.read(arguments, core)))
    expected = reader.elements(place, queried(reader.source, arguments))
    assert len(expected) >= count, f"only {len(expected)} of {count} objects are in the list"
    assert_listed(reader, asked[0], expected)
    assert len(lines) >= 2, "one request cannot have fetched two pages"
    assert reader.read(arguments) == asked[0], "another size of pages gives another list"


def whole(reader: Reader) -> None:
    """Where there is no second page: everything by one request, and Twilio names none even after the smallest page."""
    place = reader.place()
    for turn in range(_more_than_a_page(reader)):
        reader.seeds.stand(place, turn)
    arguments, read = reader.arguments(place), []
    lines = reader.requests(lambda: read.append(reader.read(arguments)))
    assert len(lines) == 1, "a second page was asked for"
    assert_listed(reader, read[0], reader.elements(place, queried(reader.source, arguments)))
    small = {"PageSize": 1} if "PageSize" in place.operation.taken["query"] else {}
    payload = reader.told(place, small)
    assert not [name for name in NEXT if payload.get(name)], "there is a second page after all"


def made(reader: Reader) -> None:
    """What the resource type makes stands in the list."""
    configuration, told = reader.minimal(), {one.name for one in reader.source.results}
    own = [name for name in reader.entry.id or [] if name in told]
    reader.core.apply(configuration.blocks)
    state = reader.read_beside(configuration, reader.referring(configuration))
    ids = [[one[name] for name in own] for one in state["items"]]
    assert ids.count([reader.state[name] for name in own]) == 1, f"not once in {ids}"


def filters(reader: Reader) -> Iterator:
    """One step for each filter."""
    for name, one in reader.source.asked.items():
        yield name, lambda reader, name=name, one=one: _filtered(reader, name, one)


def _filtered(reader: Reader, name: str, one: Attribute) -> None:
    """What the API itself selects with it, and what has the value where it is a property."""
    place, told = reader.place(), reader.entry.attributes.get(name)
    values = [_value(reader, one, told, turn) for turn in range(2)]
    for turn, value in enumerate(values):
        reader.seeds.stand(place, turn, **({told.response: _kept(told, value)} if _is_property(told, one) else {}))
    everything = reader.elements(place, queried(reader.source, reader.arguments(place)))
    arguments = reader.arguments(place, **{name: values[0]})
    state = {}
    lines = reader.requests(lambda: state.update(reader.read(arguments)))
    assert one.query in urllib.parse.parse_qs(lines[-1]["query"]), f"{name} was not asked for"
    assert_listed(reader, state, reader.elements(place, queried(reader.source, arguments)))
    assert state[name] == values[0]
    if _is_property(told, one):
        selected = [element for element in everything if element[told.response] == _kept(told, values[0])]
        assert not selected or len(state["items"]) == len(selected), f"{name} selects {len(state['items'])}"


# --- when a case does not apply --------------------------------------------------------------------------------------

def one_page(source: Source) -> str | None:
    """The documents decide it where they can, `one_page.toml` where only Twilio's answers show it."""
    if not NEXT.intersection(_envelopes()[(source.entry.host, PARAMETER.sub("{}", source.path.partition("?")[0]))]):
        return "the documents' page of this list does not say what comes next"
    return ONE_PAGE.get(source.name)


@cache
def _envelopes() -> dict:
    """What stands around the elements of each list in the documents, by host and path."""
    return {(one.host, PARAMETER.sub("{}", one.path)): one.envelope
            for one in read_operations() if one.method == "GET" and one.items is not None}


def no_filters(source: Source) -> str | None:
    return None if source.asked else "the list has no filters"


def nothing_makes_them(source: Source) -> str | None:
    if not source.entry.resource:
        return "there is no resource type that makes one"
    told = {one.name for one in source.results}
    return None if any(name in told for name in source.entry.id or []) else "its elements do not say which they are"


# --- what the cases share --------------------------------------------------------------------------------------------

def queried(source: Source, arguments: dict) -> dict:
    return {one.query: arguments[name] for name, one in source.asked.items() if name in arguments}


def assert_listed(reader: Reader, state: dict, expected: list) -> None:
    """The items are the list's elements, one by one, in every property."""
    assert len(state["items"]) == len(expected)
    for number, (one, payload) in enumerate(zip(state["items"], expected, strict=True)):
        wrong = disagreements(reader.source.results, one, payload)
        assert not wrong, f"{number}: {wrong}"


def _more_than_a_page(reader: Reader) -> int:
    return 1 + (PAGE if reader.entry.page_size else UNSAID_PAGE)


def _is_property(told: Attribute | None, one: Attribute) -> bool:
    """Whether the filter asks for the value of a plain property of the elements."""
    return bool(told and told.response and "." not in told.response and not told.not_in_list
                and not isinstance(told.type, list) and not isinstance(one.type, list) and not told.path)


def _value(reader: Reader, one: Attribute, told: Attribute | None, turn: int) -> object:
    """A value of a filter that its property, too, may have."""
    if told is not None and told.type == "bool" and one.type == "string":
        return ("true", "false")[turn]
    if date := dated(reader.place().operation, one.query, turn):
        return date
    if one.enum or told is None or not told.enum:
        return fitting(one, turn, f"{reader.salt}{turn}")
    value = told.enum[turn % len(told.enum)]
    return [value] if isinstance(one.type, list) else value


def _kept(told: Attribute, value: object) -> object:
    """The property that a filter's value asks for."""
    return value == "true" if told.type == "bool" and isinstance(value, str) else value
