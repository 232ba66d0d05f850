"""The cases of tests/lifecycle for the real terraform, with those that only the real one knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from acceptance.module_text import Written
from acceptance.playing import Part
from acceptance.real_life import RealLife, Scene
from core.planning import NOTHING
from lifecycle import importing, wrong
from lifecycle.cases import CASES, Case, single
from lifecycle.configurations import is_needed
from lifecycle.facts import Entry
from lifecycle.importing import _assert_only_recorded
from lifecycle.life import Stage, described


def import_block(life: RealLife) -> None:
    """T7: a block with the matching configuration takes it over, and a plan at most records what is never returned (K18)."""
    configuration = life.full()
    life.apply(configuration.blocks)
    id_ = life.state["id"]
    forget(life)
    imports = {life.address: id_}
    plan = life.core.plan(configuration.blocks, imports=imports)
    assert plan.imports == imports
    life.core.apply(configuration.blocks, imports=imports)
    _assert_only_recorded(life, configuration)


def generated(life: RealLife) -> None:
    """T8: an import block without a configuration; the one that terraform writes plans one import and no change."""
    configuration = life.full()
    life.apply(configuration.blocks)
    id_ = life.state["id"]
    forget(life)
    others = {address: block for address, block in configuration.blocks.items() if address != life.address}
    plan, text = life.core.generated(life.address, others, id_)
    assert plan.imports == {life.address: id_}
    assert plan.actions[life.address] == NOTHING, plan.changes[life.address]
    blocks = others | {life.address: Written(text)}
    life.core.apply(blocks, imports={life.address: id_})
    life.assert_settled(blocks)


def secrets(life: RealLife) -> None:
    """T22: no value of a sensitive attribute in a plan's text, in the log of terraform or in the provider's, all at TRACE."""
    configuration = life.full()
    life.core.provider = "loud"
    first = life.core.told(configuration.blocks)
    wrong.secrets(life)
    texts = [*first, *life.core.told(configuration.blocks)]
    assert any(life.entry.host in text for text in texts[1:]), "the requests were not logged"
    for secret in wrong.secrets_of(life):
        assert not [secret for text in texts if secret in text], secret


def published(life: RealLife) -> None:
    """T24: a state as the published provider of version 0 writes it, "" for null, without what only answers have."""
    configuration = life.minimal()
    life.apply(configuration.blocks)
    kept = life.core.state[life.address]
    names = {"id", "sid", *(life.entry.id or []), *(one.name for one in life.entry.arguments)}
    attributes = {name: "" if value is None and isinstance(life.entry.attributes[name].type, str) else value
                  for name, value in kept.attributes.items() if name in names}
    life.core.state[life.address] = kept.of_version(0, attributes)
    plan = life.core.plan(configuration.blocks)
    assert plan.is_empty, described(plan)
    life.apply(configuration.blocks)


def never_published(entry: Entry) -> str | None:
    local = [one.name for one in entry.arguments if one.local and is_needed(entry, one)]
    return f"only this provider has its {', '.join(local)}" if local else None


def forget(life: RealLife) -> None:
    """The subject leaves the state; everything it needs stays."""
    state = {address: kept for address, kept in life.core.state.items() if address != life.address}
    life.core = life.new_core()
    life.core.state = state


def real(case: Case) -> list[Case]:
    return REPLACED.get(case.name, [case])


REPLACED = {
    "T6": [Case("T6", "import equals the state", single(importing.equals_the_state)),
           Case("T7", "an import block with the configuration", single(import_block))],
    "T22": [Case("T22", "no secret in plans and logs", single(secrets)),
            Case("T24", "a state of the published provider", single(published), never_published)],
    "T8": [Case("T8", "generated configuration plans nothing", single(generated), importing.no_generation)],
}
REAL_CASES = [one for case in CASES for one in real(case)]
# What the model of core does not know.
REAL_ALONE = {case.name for case in REAL_CASES} - {case.name for case in CASES}
# Their faults and requests are told apart by account; the steps of the others share one.
OWN_ACCOUNT = {"T4", "T11", "T13", "T14", "A6", "T15", "T16", "T17"}
# Of these an account has one.
ALONE = {"singleton", "keyed_config", "write_only"}


def parts_of(stage: Stage, entry: Entry) -> Iterator[Part]:
    """Every step of every case that applies to a resource type."""
    for case in REAL_CASES:
        if case.reason(entry) is None:
            for label, step in case.steps(RealLife(Scene(stage, None), entry)):
                yield Part(entry.type_name, case.name, label, _living(entry, step), _needs_own(entry, case.name))


def _living(entry: Entry, step: Callable) -> Callable[[Scene], None]:
    return lambda scene: step(RealLife(scene, entry))


def _needs_own(entry: Entry, case: str) -> bool:
    return case in OWN_ACCOUNT or entry.facts["class"] in ALONE
