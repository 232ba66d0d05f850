"""One object: by its id values, by searching, and what is said when there is none or more than one."""

from __future__ import annotations

from collections.abc import Iterator

from core import Failed
from lifecycle.data_sources.agreement import disagreements
from lifecycle.data_sources.inventing import dated, sid_like
from lifecycle.data_sources.reader import Reader
from lifecycle.data_sources.sources import Source
from lifecycle.facts import Attribute
from lifecycle.values import fitting

FEW = 2


def by_id(reader: Reader) -> None:
    """What stands under these id values, in every property."""
    place = reader.place()
    arguments = reader.arguments(place)
    reader.seeds.stand(place, **{name: arguments[name] for name in reader.source.addressing_queries})
    told = reader.told(place, queried(reader.source, arguments))
    state = reader.read(arguments)
    assert_told(reader, state, told)
    assert {name: state[name] for name in arguments} == arguments
    assert reader.read(arguments) == state, "read twice, the same object is two"


def made(reader: Reader) -> None:
    """What the resource type makes, found by references to it."""
    configuration = reader.minimal()
    reader.core.apply(configuration.blocks)
    told = reader.settled()
    state = reader.read_beside(configuration, reader.referring(configuration))
    if all(state.get(name) is not None for name in reader.entry.id or []):
        assert state["id"] == reader.state["id"]
    assert_told(reader, state, told, besides=reader.state)


def absent(reader: Reader) -> None:
    """D3: nothing under these id values, and the error names them."""
    place = reader.place()
    arguments = reader.arguments(place)
    if reader.is_there(place, queried(reader.source, arguments)):
        reader.fault(**reader.pattern(place), status=404, count=1)
    said = failure(reader, arguments)
    assert "not found" in said, said
    for name in arguments:
        one = {**reader.source.asked, **reader.entry.attributes}[name]
        assert f"{name} = {arguments[name]}" in said or one.sensitive, said


def searches(reader: Reader) -> Iterator:
    """One step for each criterion that has two values."""
    for name, one in searchable(reader.source).items():
        if wanted_value(reader, one, 0) != wanted_value(reader, one, 1):
            yield name, lambda reader, name=name, one=one: searched(reader, name, one)


def searched(reader: Reader, name: str, one: Attribute) -> None:
    """By one criterion alone: the one object of two that it is true of."""
    own, places = reader.source.own, [reader.place(turn) for turn in range(FEW)]
    values = free_values(reader, one, places[0])
    for turn, place in enumerate(places):
        reader.seeds.stand(place, turn, **{one.response: values[turn]})
    state = reader.read(parents(reader, places[0]) | {name: values[0]})
    assert state[own.name] == reader.arguments(places[0])[own.name], f"{name} = {values[0]} found another one"
    assert state[name] == values[0]


def ambiguous(reader: Reader) -> None:
    """Several match: the error names the criterion and the candidates. None matches: it names the criterion."""
    name, one = min(searchable(reader.source).items(), key=lambda pair: is_choice(reader, pair[1]))
    value = wanted_value(reader, one, 0)
    places = [reader.place(turn) for turn in range(FEW)]
    for turn, place in enumerate(places):
        reader.seeds.stand(place, turn, **{one.response: value})
    said = failure(reader, parents(reader, places[0]) | {name: value})
    assert f"{FEW} objects match" in said, said
    for place in places:
        assert str(reader.arguments(place)[reader.source.own.name]) in said, said
    nothing = wanted_value(reader, one, FEW)
    if nothing == value:
        return
    said = failure(reader, parents(reader, places[0]) | {name: nothing})
    assert "not found" in said, said
    assert f"{name} = {nothing}" in said, said


def two_ways(reader: Reader) -> None:
    """The id and something to search by contradict each other; without both nothing is named. Twilio is not asked."""
    own, place = reader.source.own, reader.place()
    reader.seeds.stand(place)
    name, one = next(iter(reader.source.searched.items()))
    said = failure(reader, reader.arguments(place) | {name: wanted_value(reader, one, 0)})
    assert f"{own.name} already says which object is meant" in said, said
    assert name in said, said
    said = failure(reader, {name: value for name, value in parents(reader, place).items()
                            if name not in reader.source.searched})
    assert "Missing argument" in said, said
    assert own.name in said, said
    assert name in said, said
    assert "read_data_source" not in {rpc for rpc, _ in reader.core.calls.log}


# --- when a case does not apply --------------------------------------------------------------------------------------

def nothing_makes_it(source: Source) -> str | None:
    return None if source.entry.resource else "there is no resource type that makes one"


def cannot_be_searched(source: Source) -> str | None:
    return None if source.searched else "no list to search, or nothing to search by"


def cannot_be_compared(source: Source) -> str | None:
    return None if searchable(source) else "nothing that it could be searched by stands in its own answers"


# --- what the cases share --------------------------------------------------------------------------------------------

def searchable(source: Source) -> dict:
    """What can be searched by and is a plain property of the object."""
    return {name: one for name, one in source.searched.items()
            if one.response and "." not in one.response and not isinstance(one.type, list) and not one.path}


def wanted_value(reader: Reader, one: Attribute, turn: int) -> object:
    """A value for a criterion, which both the object's property and the list's filter admit."""
    asked = reader.entry.filters.get(one.name, one)
    if isinstance(one.type, list):
        return [wanted_value(reader, Attribute(one.name, one.facts | {"type": one.type[1]}), turn)]
    admitted = [value for value in one.enum or asked.enum or () if not asked.enum or value in asked.enum]
    if admitted:
        return admitted[turn % len(admitted)]
    if one.type == "bool":
        return turn % 2 == 0
    if date := asked.query and dated(reader.listing(), asked.query, turn):
        return date
    if (asked.pattern or "").endswith("{32}$"):
        return sid_like("PN", one.name, turn, reader.salt)
    asked = asked if asked.type in ("int", "number") or asked.sid is not None else one
    value = fitting(asked, turn, f"{reader.salt}{turn}")
    return str(value) if one.type == "string" else value


def free_values(reader: Reader, one: Attribute, place: object) -> list:
    """One that nothing in the list has yet, for the caller's own account is there before any other; and another one."""
    listed = reader.remote.listed(reader.entry, parents(reader, place))
    taken = [element.get(one.response) for element in listed]
    values = [wanted_value(reader, one, turn) for turn in range(FEW + len(taken))]
    free = next((value for value in values if value not in taken), values[0])
    return [free, next(value for value in values if value != free)]


def is_choice(reader: Reader, one: Attribute) -> bool:
    """Whether only a few values exist."""
    asked = reader.entry.filters.get(one.name, one)
    return bool(one.enum or asked.enum or one.type == "bool")


def parents(reader: Reader, place: object) -> dict:
    """The arguments of a place without the object's own id."""
    needed = {name: fitting(one, 0, reader.salt) for name, one in reader.entry.filters.items() if one.required}
    return {name: value for name, value in {**needed, **reader.arguments(place)}.items()
            if name != reader.source.own.name}


def queried(source: Source, arguments: dict) -> dict:
    return {one.query: arguments[name] for name, one in source.asked.items() if name in arguments}


def failure(reader: Reader, arguments: dict) -> str:
    try:
        reader.read(arguments)
    except Failed as failed:
        return str(failed)
    raise AssertionError(f"nothing failed with {arguments}")


def assert_told(reader: Reader, state: dict, payload: dict | None, besides: dict | None = None) -> None:
    """Every attribute says what the outsider is told, or `besides` what the resource knows from other operations."""
    given = {reader.source.attribute_of(parameter).name for parameter in reader.source.parameters}
    given |= {name for name, value in (besides or {}).items() if value is not None and state.get(name) == value}
    wrong = disagreements([one for one in reader.source.results if one.name not in given], state, payload)
    assert not wrong, wrong
    assert state["id"], "no id"
