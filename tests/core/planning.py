"""Planning one resource: what core asks, in which order, and what it makes of the answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from core.apply_rules import assert_compatible
from core.calls import Calls, Kind, errors_of
from core.conformity import same, unknown_paths
from core.plan_rules import assert_plan_valid, paths_that_replace
from core.proposed import proposed_new_state
from core.violation import Violation

CREATE, UPDATE, REPLACE, DELETE, NOTHING = "create", "update", "replace", "delete", "no-op"


class Failed(Exception):
    """The provider said no: its error diagnostics, and the address they are about."""

    def __init__(self, address: str, errors: list) -> None:
        super().__init__(f"{address}: " + "; ".join(f"{one.summary}: {one.detail}" for one in errors))
        self.address = address
        self.errors = errors


@dataclass(frozen=True)
class Change:
    """What is planned for one resource. `requires_replace` are the paths that made it a replacement."""

    address: str
    kind: Kind
    action: str
    prior: dict | None
    planned: dict | None
    private: bytes = b""
    requires_replace: list = field(default_factory=list)
    warnings: list = field(default_factory=list)

    @property
    def unknown(self) -> list:
        """Names of the attributes that are not known yet."""
        return sorted({path[0] for path in unknown_paths(self.planned)})


def planned_change(calls: Calls, address: str, kind: Kind, instance: object, config: dict) -> Change:
    """The change for a configured resource; `instance` is what the state holds, or None."""
    said_before = len(calls.warnings)
    change = _planned(calls, address, kind, instance, config)
    return replace(change, warnings=calls.warnings[said_before:])


def planned_destroy(calls: Calls, address: str, kind: Kind, instance: object) -> Change:
    """P8: core asks because of plan_destroy, and wants null and no replacement."""
    said_before = len(calls.warnings)
    prior = instance.attributes
    response = _asked(calls, address, kind, prior, None, instance.private)
    if response.requires_replace:
        raise Violation("P8", "a destroy plan asks for replacement")
    return Change(address, kind, DELETE, prior, None, response.planned_private, [], calls.warnings[said_before:])


def assert_same_plan(first: Change, second: Change) -> None:
    """P13: the plan made during apply keeps every promise of the first."""
    expected = CREATE if first.action == REPLACE else first.action
    if second.action != expected and (expected, second.action) != (UPDATE, NOTHING):
        raise Violation("P13", f"the action changed from {expected} to {second.action} in the final plan")
    assert_compatible(first.kind.type, first.planned, second.planned, "P13")


def _planned(calls: Calls, address: str, kind: Kind, instance: object, config: dict) -> Change:
    if instance is None:
        return _created(calls, address, kind, None, config, b"")
    prior = instance.attributes
    if instance.is_tainted:
        return replace(_created(calls, address, kind, None, config, b""), action=REPLACE, prior=prior)
    return _changed(calls, address, kind, prior, config, instance.private)


def _created(calls: Calls, address: str, kind: Kind, prior: dict | None, config: dict, private: bytes) -> Change:
    response = _asked(calls, address, kind, None, config, private)
    return Change(address, kind, CREATE, prior, response.planned_state, response.planned_private)


def _changed(calls: Calls, address: str, kind: Kind, prior: dict, config: dict, private: bytes) -> Change:
    response = _asked(calls, address, kind, prior, config, private)
    replacing = paths_that_replace(prior, response.planned_state, response.requires_replace or [])
    if replacing:
        anew = _created(calls, address, kind, prior, config, response.planned_private)
        return replace(anew, action=REPLACE, requires_replace=replacing)
    action = NOTHING if same(prior, response.planned_state) else UPDATE
    return Change(address, kind, action, prior, response.planned_state, response.planned_private)


def _asked(calls: Calls, address: str, kind: Kind, prior: dict | None, config: dict | None, private: bytes) -> object:
    """One plan, asked twice, because a plan is a function of its inputs (P13)."""
    facts = {"prior_state": prior, "config": config, "prior_private": private,
             "proposed_new_state": proposed_new_state(kind.attributes, prior, config)}
    response = calls.plan(kind, **facts)
    if errors_of(response):
        raise Failed(address, errors_of(response))
    assert_plan_valid(kind.attributes, prior, config, response.planned_state)
    _assert_pure(calls, kind, facts, response)
    return response


def _assert_pure(calls: Calls, kind: Kind, facts: dict, first: object) -> None:
    warnings = list(calls.warnings)
    second = calls.plan(kind, **facts)
    calls.warnings[:] = warnings
    if not same(first.planned_state, second.planned_state) or first.planned_private != second.planned_private:
        raise Violation("P13", "the same question was answered by two different plans")
