"""The cases of tests/lifecycle for the real terraform, with those that only the real one knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from acceptance.module_text import Written
from acceptance.playing import Part
from acceptance.real_life import RealLife, Scene
from core.planning import NOTHING
from lifecycle import importing
from lifecycle.cases import CASES, Case, single
from lifecycle.facts import Entry
from lifecycle.importing import _assert_only_recorded
from lifecycle.life import Stage


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
