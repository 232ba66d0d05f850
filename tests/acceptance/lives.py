"""How one object changes and is taken over on the real terraform, where many live in one project (test_handshake)."""

from __future__ import annotations

from acceptance.project import is_unknown
from lifecycle.alike import alike
from lifecycle.configurations import Configuration, Cycle
from lifecycle.facts import Attribute
from lifecycle.life import Life
from lifecycle.updating import updatable


def another(life: Life, configuration: Configuration) -> tuple[Attribute | None, dict]:
    """The first argument that has another value, and the configuration with it; None where none has."""
    generator = life.generator
    generator.configuration = configuration
    for one in updatable(life.entry):
        try:
            value = generator.value(one, 1)
        except Cycle:
            continue
        if configuration.arguments.get(one.name) not in (None, value):
            return one, configuration.with_arguments(**{one.name: value})
    return None, {}


def assert_known(life: Life, changed: Attribute, before: dict, unknown: dict) -> None:
    """G3, G4: known only after apply is what changes by itself, with the changed argument, or what was null so far."""
    for name in (name for name, mark in unknown.items() if is_unknown(mark)):
        one = life.entry.attributes.get(name)
        allowed = life.entry.renews or name == changed.name or before[name] is None or (one and (
            one.volatile or changed.name in (one.derived_from or ()) or name in (changed.excludes or ())))
        assert allowed, f"{name} became unknown because {changed.name} changes"


def assert_same(one: Attribute | None, name: str, before: object, imported: object) -> None:
    """T6: an imported value is the stored one but for volatile values, our own settings, and what is never returned."""
    if one is not None and (one.volatile or one.local):
        return
    if one is not None and not one.is_returned:
        assert imported is None, f"{name} is never returned, yet {imported!r} was imported"
        return
    assert before == imported or (one and alike(one, before, imported)), f"{name}: {before!r} became {imported!r}"
