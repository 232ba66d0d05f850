"""T1, T2, T18, T20, T21: making one."""

from __future__ import annotations

from collections.abc import Iterator

from core import Failed, Later
from core.conformity import unknown_paths
from lifecycle.alike import alike, as_property, is_empty
from lifecycle.configurations import left_out
from lifecycle.facts import Attribute, Entry
from lifecycle.life import Life
from lifecycle.remote import property_of

TEXT = 'e\u0301 "quoted" ${not} %{it} \\ \t\n 漢字 🎉 <&>'
BIG = 2**53 + 1
EMPTY_OF = {"string": "", "json": "", "list": [], "map": {}}


def minimal(life: Life) -> None:
    """T1."""
    _created(life, life.minimal())


def full(life: Life) -> None:
    """T2: what was configured is what an outsider finds."""
    configuration = life.full()
    _created(life, configuration)
    found = life.fetched()
    for name in configuration.arguments:
        assert_arrived(life, life.entry.attributes[name], found)


def assert_arrived(life: Life, one: Attribute, found: dict | None) -> None:
    """The object at Twilio holds what the state says of an argument, where Twilio tells it."""
    if found is None or not one.response or one.local:
        return
    there = property_of(found, one)
    assert alike(one, as_property(one, life.state[one.name]), there), \
        f"{one.name}: the state says {life.state[one.name]!r}, Twilio {there!r}"


def unknown(life: Life) -> Iterator:
    """T18: on create all at once, then each updatable argument."""
    yield "create", _unknown_create
    for one in life.entry.arguments:
        if one.update and left_out(life.entry, one) is None:
            yield one.name, lambda life, one=one: _unknown_update(life, one)


def empty(life: Life) -> Iterator:
    """T20: explicitly empty is consistent, or refused with its path; null is as if nothing were written."""
    yield "null", _null
    for one in life.entry.arguments:
        kind = one.type[0] if isinstance(one.type, list) else one.type
        if kind in EMPTY_OF and not one.required and left_out(life.entry, one) is None:
            yield one.name, lambda life, one=one, kind=kind: _empty(life, one, EMPTY_OF[kind])


def extremes(life: Life) -> Iterator:
    """T21: every free text at once, then every number that has no limit, beyond what a float can hold."""
    texts = {one.name: (TEXT + "…" * (one.min_length or 0))[:one.max_length] for one in _free_texts(life.entry)}
    numbers = {one.name: BIG for one in _free_numbers(life.entry)}
    for label, values in (("", texts), ("numbers", numbers)):
        if values:
            yield label, lambda life, values=values: _extreme(life, values)


def no_extremes(entry: Entry) -> str | None:
    return None if any([*_free_texts(entry), *_free_numbers(entry)]) else "it has no free text and no number without a limit"


def _extreme(life: Life, values: dict) -> None:
    configuration = life.full()
    given = {name: value for name, value in values.items() if name in configuration.arguments}
    life.apply(configuration.with_arguments(**given))
    found = life.fetched()
    for name in given:
        assert_arrived(life, life.entry.attributes[name], found)


def _created(life: Life, configuration: object) -> None:
    plan = life.apply(configuration.blocks)
    change = plan.changes[configuration.subject]
    assert change.action == "create"
    assert not unknown_paths(life.state)
    assert life.state["id"], "the id is empty"


def _unknown_create(life: Life) -> None:
    configuration = life.full()
    later = {name: Later(value) for name, value in configuration.arguments.items() if _is_plain(value)}
    plan = life.core.apply(configuration.with_arguments(**later))
    assert set(later) <= set(plan.changes[configuration.subject].unknown)
    life.assert_settled(configuration.with_arguments(**later))


def _unknown_update(life: Life, one: Attribute) -> None:
    configuration = life.full()
    if one.name not in configuration.arguments or not _is_plain(life.generator.value(one, 1)):
        return
    life.begin_from(configuration.blocks)
    changed = configuration.with_arguments(**{one.name: Later(life.generator.value(one, 1))})
    plan = life.core.apply(changed)
    assert plan.actions[configuration.subject] == "update"
    life.assert_settled(changed)
    life.apply(configuration.blocks)


def _is_plain(value: object) -> bool:
    return not isinstance(value, tuple) and not (isinstance(value, list) and any(isinstance(one, tuple) for one in value))


def _empty(life: Life, one: Attribute, nothing: object) -> None:
    configuration = life.minimal()
    if one.name in configuration.arguments:
        return
    try:
        life.apply(configuration.with_arguments(**{one.name: nothing}))
    except Failed as failure:
        _assert_about(failure, one)
        life.begin_anew()
        return
    assert is_empty(life.state[one.name])
    life.apply(configuration.blocks)


def _null(life: Life) -> None:
    configuration = life.minimal()
    optional = {one.name: None for one in life.entry.arguments if one.name not in configuration.arguments}
    life.apply(configuration.with_arguments(**optional))
    life.assert_settled(configuration.blocks)


def _assert_about(failure: Failed, one: Attribute) -> None:
    """A refusal must be the provider's own, at plan time, and point at the argument."""
    assert [error.path[:1] for error in failure.errors] == [(one.name,)], str(failure)


def _free_texts(entry: Entry) -> list:
    return [one for one in entry.arguments if one.type == "string" and not one.path and not one.header
            and not any((one.enum, one.sid, one.pattern, one.normaliser, one.refers_to, one.local, left_out(entry, one)))]


def _free_numbers(entry: Entry) -> list:
    return [one for one in entry.arguments if one.type in ("int", "number") and one.maximum is None and not one.path
            and not any((one.enum, one.local, left_out(entry, one)))]
