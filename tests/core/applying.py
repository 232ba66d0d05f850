"""Applying one planned change: what core hands over, checks, and keeps whatever happens (A1-A10)."""

from __future__ import annotations

from core.apply_rules import assert_result
from core.calls import Calls, errors_of
from core.conformity import conforming, unknown_paths
from core.planning import CREATE, Change, Failed
from core.state import Instance
from core.violation import Mistake, Violation
from terraform_twilio.terraform.values import UNKNOWN


def applied(calls: Calls, change: Change, config: dict | None, instance: Instance | None) -> tuple:
    """The instance to keep (None: nothing), and the exception to raise once it is kept (None: all is well)."""
    for path in unknown_paths(config):
        raise Mistake(f"the configuration is not known at apply: {path}")
    response = calls.apply(change.kind, prior_state=change.prior, planned_state=change.planned, config=config,
                           planned_private=change.private)
    errors = errors_of(response)
    if errors:
        return _kept_after_error(change, instance, response), Failed(change.address, errors)
    return _kept(change, response), _broken_promise(change, response)


def _kept_after_error(change: Change, instance: Instance | None, response: object) -> Instance | None:
    """A6, A7, A8: an object without a state is what it was before; a half-created one is tainted."""
    if response.new_state is None:
        return instance
    state = conforming(_without_unknowns(response.new_state), change.kind.type, "A6")
    is_tainted = change.action == CREATE or bool(instance and instance.is_tainted)
    return _instance(change, state, response.private, is_tainted)


def _kept(change: Change, response: object) -> Instance | None:
    if response.new_state is None:
        return None
    is_broken = change.action == CREATE and _broken_promise(change, response) is not None
    return _instance(change, _without_unknowns(response.new_state), response.private, is_broken)


def _broken_promise(change: Change, response: object) -> Violation | None:
    try:
        assert_result(change.kind.type, change.planned, response.new_state)
    except Violation as violation:
        return violation
    return None


def _instance(change: Change, state: dict, private: bytes, is_tainted: bool) -> Instance:
    blank = Instance(change.kind.name, "", b"", is_tainted, change.kind.version)
    return blank.with_attributes(state, private)


def _without_unknowns(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_unknowns(element) for name, element in value.items()}
    if isinstance(value, list):
        return [_without_unknowns(element) for element in value]
    return None if value is UNKNOWN else value
