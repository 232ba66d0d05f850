"""T3, T5, T10, R7: changing one, by Terraform and behind its back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lifecycle.alike import alike
from lifecycle.configurations import Configuration, Cycle, kept_when_deleted, left_out, unknown_to_outsiders
from lifecycle.creating import assert_arrived
from lifecycle.facts import CLEARED, Attribute, Entry
from lifecycle.life import Life, described
from lifecycle.remote import property_of


def reason(entry: Entry) -> str | None:
    return None if any(updatable(entry)) else "nothing about it can be updated"


def no_replacement(entry: Entry) -> str | None:
    return None if any(_create_only(entry)) else "nothing about it forces replacement"


def no_drift(entry: Entry) -> str | None:
    return reason(entry) or unknown_to_outsiders(entry)


def steps(life: Life) -> Iterator:
    """T3: one argument at a time, there and back."""
    for one in updatable(life.entry):
        yield one.name, lambda life, one=one: _updated(life, one)


def replacements(life: Life) -> Iterator:
    """T5: one argument at a time; parents all at once, because a member's channel belongs to its service."""
    for one in _create_only(life.entry):
        if not one.path:
            yield one.name, lambda life, one=one: _replaced(life, one)


def drifts(life: Life) -> Iterator:
    """T10: each readable argument, changed by an outsider who knows the catalogue's operations."""
    for one in updatable(life.entry):
        if one.response and one.update:
            yield one.name, lambda life, one=one: _drifted(life, one)


def unmanaged(life: Life) -> Iterator:
    """R7, K1, K3: each readable argument that is not configured, changed by an outsider."""
    for one in updatable(life.entry):
        if one.response and one.update:
            yield one.name, lambda life, one=one: _drifted_unmanaged(life, one)


def updatable(entry: Entry) -> list:
    return [one for one in entry.arguments if one.changes and not left_out(entry, one)]


def _create_only(entry: Entry) -> list:
    return [one for one in entry.arguments if one.is_create_only and not one.is_account and not left_out(entry, one)]


def _changed(life: Life, configuration: Configuration, one: Attribute) -> dict | None:
    """The configuration with another value of an argument, or None where there is no other.

    What the other value refers to joins the configuration, so that going back deletes nothing that is still in use.
    """
    generator = life.generator
    generator.configuration = configuration
    try:
        value = generator.value(one, 1)
    except Cycle:
        return None
    if one.name not in configuration.arguments or value == configuration.arguments[one.name]:
        return None
    return configuration.with_arguments(**{one.name: value})


def _updated(life: Life, one: Attribute) -> None:
    configuration = life.full()
    changed = _changed(life, configuration, one)
    if changed is None:
        return
    life.begin_from(configuration.blocks)
    before = life.state
    plan = life.apply(changed)
    change = plan.changes[configuration.subject]
    assert change.action == "update", described(plan)
    if not life.entry.renews:
        assert life.state["id"] == before["id"]
        _assert_known(life.entry, one, before, change.unknown)
    assert_arrived(life, one, life.fetched())
    life.apply(configuration.blocks)


def _assert_known(entry: Entry, changed: Attribute, before: dict, unknown: list) -> None:
    """G3, G4: unknown is only what is volatile, derived from the change, dropped by it (G2), or null so far."""
    for name in unknown:
        one = entry.attributes.get(name)
        allowed = one and (one.volatile or changed.name in (one.derived_from or ()) or before[name] is None
                           or name in (changed.excludes or ()) or name == changed.name)
        assert allowed, f"{name} became unknown because {changed.name} changes"


def _replaced(life: Life, one: Attribute) -> None:
    configuration = life.full()
    changed = _changed(life, configuration, one)
    if changed is None:
        return
    life.apply(configuration.blocks)
    plan = life.apply(_renamed(life, changed))
    change = plan.changes[configuration.subject]
    assert change.action == "replace", described(plan)
    assert (one.name,) in change.requires_replace
    assert_arrived(life, one, life.fetched())
    life.begin_anew()


def _renamed(life: Life, blocks: dict) -> dict:
    """Where destroying only forgets, the old one keeps its names, so that the new one needs others."""
    type_name, arguments = blocks[life.address]
    if "delete" in life.entry.verbs:
        return blocks
    kept = {"unique_name", kept_when_deleted(life.entry)} & arguments.keys()
    others = {name: life.generator.value(life.entry.attributes[name], 1) for name in kept}
    return blocks | {life.address: (type_name, arguments | others)}


def _drifted(life: Life, one: Attribute) -> None:
    configuration = life.full()
    changed = _changed(life, configuration, one)
    if changed is None or not isinstance(changed[configuration.subject][1][one.name], str | int | float | bool):
        return
    life.begin_from(configuration.blocks)
    value = changed[configuration.subject][1][one.name]
    status = life.remote.update(life.entry, life.state, one, value)
    assert status < 300, f"the outsider's update was refused: {status}"
    _assert_seen(life, configuration, one)


def _drifted_unmanaged(life: Life, one: Attribute) -> None:
    """Accepted in silence where it is Optional and Computed; taken back where it is Optional alone (K3)."""
    configuration = life.minimal()
    if one.name in configuration.arguments:
        return
    life.begin_from(configuration.blocks)
    value = next((value for value in map(partial(_plain_value, life, one), (0, 1)) if value is not None
                  and not alike(one, life.state[one.name], value)), None)
    if value is None:
        return
    life.applied = None
    assert life.remote.update(life.entry, life.state, one, value) < 300, "the outsider's update was refused"
    plan = life.core.plan(configuration.blocks)
    assert plan.is_empty is (life.entry.removal(one) != CLEARED), described(plan)
    life.apply(configuration.blocks)


def _plain_value(life: Life, one: Attribute, turn: int) -> object:
    """What an outsider can put there without making anything else."""
    try:
        value = life.generator.value(one, turn)
    except Cycle:
        return None
    return value if isinstance(value, str | int | float | bool) else None


def _assert_seen(life: Life, configuration: Configuration, one: Attribute) -> None:
    there = property_of(life.fetched(), one)
    assert not alike(one, life.state[one.name], there), f"{one.name} did not change at Twilio"
    assert one.name in life.core.drift(configuration.blocks)[life.address], f"a refresh does not show {one.name}"
    plan = life.core.plan(configuration.blocks)
    assert plan.actions[configuration.subject] == "update", described(plan)
    life.apply(configuration.blocks)
    assert_arrived(life, one, life.fetched())


