"""T6, T8: taking over one that exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from core.generated import generated_configuration
from lifecycle.alike import alike
from lifecycle.configurations import Configuration
from lifecycle.facts import Attribute, Entry
from lifecycle.life import Life, described, differences


def unreadable(entry: Entry) -> str | None:
    if "fetch" in entry.verbs or "list" in entry.verbs:
        return None
    return "Twilio offers no way to read it, so an import knows the id alone"


def no_generation(entry: Entry) -> str | None:
    hidden = [one.name for one in entry.arguments if one.required is True and not one.is_returned]
    return f"required, yet never shown: {', '.join(hidden)}" if hidden else None


def equals_the_state(life: Life) -> None:
    """T6: attribute by attribute; then the configuration plans nothing but the record of what is never returned (K18)."""
    configuration = life.full()
    life.apply(configuration.blocks)
    before = life.state
    _imported(life, configuration)
    for name, value in life.state.items():
        _assert_same(life.entry.attributes.get(name), name, before[name], value)
    _assert_only_recorded(life, configuration)


def generated(life: Life) -> Iterator[tuple[str, Callable[[Life], None]]]:
    """T8: what core writes down of an imported one is valid and plans nothing, whoever filled it: we, or Twilio."""
    yield "", partial(_generated, Life.full)
    yield "minimal", partial(_generated, Life.minimal)


def _generated(configure: Callable[[Life], Configuration], life: Life) -> None:
    life.begin_anew()
    configuration = configure(life)
    life.apply(configuration.blocks)
    _imported(life, configuration)
    kind = life.core.kind(life.address, life.entry.type_name)
    arguments = generated_configuration(kind, life.state)
    life.assert_settled(configuration.blocks | {life.address: (life.entry.type_name, arguments)})


def _imported(life: Life, configuration: Configuration) -> None:
    """The subject in another working directory, everything it needs taken along."""
    id_, others = life.state["id"], dict(life.core.state)
    life.core = life.new_core()
    life.core.state = {address: one for address, one in others.items() if address != life.address}
    life.core.import_(life.address, life.entry.type_name, id_)


def _assert_same(one: Attribute | None, name: str, before: object, imported: object) -> None:
    if one is not None and (one.volatile or one.local):
        return
    if one is not None and not one.is_returned:
        assert imported is None, f"{name} is never returned, yet {imported!r} was imported"
        return
    assert before == imported or (one and alike(one, before, imported)), f"{name}: {before!r} was imported as {imported!r}"


def _assert_only_recorded(life: Life, configuration: Configuration) -> None:
    plan = life.core.plan(configuration.blocks)
    change = plan.changes[configuration.subject]
    assert change.action in ("no-op", "update"), described(plan)
    changed = {name for name in differences(change.prior, change.planned) if name not in change.unknown}
    hidden = {one.name for one in life.entry.arguments if not one.is_returned}
    assert changed <= hidden, described(plan)
    life.apply(configuration.blocks)
