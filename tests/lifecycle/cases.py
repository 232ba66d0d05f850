"""The cases that every resource type goes through (T), each a table row: its steps, and why it may not apply.

A step is `(label, function of a Life)`; a life whose step failed begins anew before the next, so that one defect is one
failure. Labels name the attribute a step is about, or are "" where a case has one step only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lifecycle import creating, destroying, importing, removing, updating, wrong
from lifecycle.facts import Entry
from lifecycle.life import Life

Step = tuple[str, Callable[[Life], None]]


class Case(NamedTuple):
    """One case: `steps` of a life; `reason` why a resource type has none, or None."""

    name: str
    title: str
    steps: Callable[[Life], Iterator[Step]]
    reason: Callable[[Entry], str | None] = lambda entry: None


def single(step: Callable[[Life], None]) -> Callable[[Life], Iterator[Step]]:
    """A case of one step."""
    return lambda life: iter([("", step)])


CASES = [
    Case("T1", "minimal: apply, two empty plans", single(creating.minimal)),
    Case("T2", "full: apply, two empty plans, everything arrived", single(creating.full)),
    Case("T3", "each updatable argument in place", updating.steps, updating.reason),
    Case("T4", "each optional argument taken away (K21)", removing.steps, removing.reason),
    Case("T5", "each create-only argument replaces", updating.replacements, updating.no_replacement),
    Case("T6", "import equals the state", single(importing.equals_the_state)),
    Case("T8", "generated configuration plans nothing", importing.generated, importing.no_generation),
    Case("T9", "deleted behind Terraform's back", single(destroying.disappears), destroying.cannot_disappear),
    Case("T10", "changed behind Terraform's back", updating.drifts, updating.no_drift),
    Case("R7", "changed where nothing is configured", updating.unmanaged, updating.no_drift),
    Case("T11", "destroy", destroying.destroys),
    Case("T12", "destroy what is already gone", single(destroying.already_gone), destroying.cannot_disappear),
    Case("T13", "a refused create", single(wrong.refused_create), wrong.cannot_fail),
    Case("T14", "a create that was not heard", single(wrong.unheard_create), wrong.no_create),
    Case("A6", "a create that stops half-way", single(wrong.half_done), wrong.not_in_two_steps),
    Case("T15", "a refused update", single(wrong.refused_update), wrong.no_update),
    Case("T16", "429 and 503 are waited out", single(wrong.busy)),
    Case("T17", "a fetch that comes too early", single(wrong.early_fetch), wrong.no_fetch),
    Case("T18", "arguments that are unknown while planning", creating.unknown),
    Case("T20", "explicit empty values", creating.empty),
    Case("T21", "text of all kinds and big numbers", creating.extremes, creating.no_extremes),
    Case("T22", "no secret in private state or messages", single(wrong.secrets)),
]
