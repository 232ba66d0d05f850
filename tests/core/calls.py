"""The provider's answers, call by call, each checked as core checks it before it looks at the values.

Requests hold copies, so that a provider that changes its inputs gains nothing by it. An exception is a broken provider
(X13, A6), so it is passed on. Error diagnostics are the provider's right: the caller asks `errors_of`.
"""

from __future__ import annotations

from copy import deepcopy

from core.conformity import assert_wholly_known, conforming
from core.violation import Violation
from terraform_twilio.terraform import provider as protocol
from terraform_twilio.terraform.diagnostics import ERROR, WARNING
from terraform_twilio.terraform.schema import implied_type
from terraform_twilio.terraform.values import UNKNOWN


class Calls:
    """One provider, asked in core's way; `warnings` and `log` collect what was said and what was called."""

    def __init__(self, provider: object) -> None:
        self.provider = provider
        self.log = []
        self.warnings = []

    def configure(self, config: dict) -> list:
        validated = self._ask("validate_provider_config", protocol.ValidateProviderConfigRequest(config=config))
        if errors_of(validated):
            return errors_of(validated)
        request = protocol.ConfigureProviderRequest(config=config, terraform_version="1.11.4")
        return errors_of(self._ask("configure_provider", request))

    def validate(self, kind: object, config: dict) -> list:
        if kind.is_data:
            request = protocol.ValidateDataResourceConfigRequest(config=config, type_name=kind.name)
            return errors_of(self._ask("validate_data_resource_config", request, kind))
        request = protocol.ValidateResourceConfigRequest(
            config=config, type_name=kind.name, write_only_attributes_allowed=True)
        return errors_of(self._ask("validate_resource_config", request, kind))

    def upgrade(self, kind: object, raw_state: dict, version: int) -> object:
        request = protocol.UpgradeResourceStateRequest(raw_state=raw_state, type_name=kind.name, version=version)
        response = self._ask("upgrade_resource_state", request, kind)
        response.upgraded_state = self._state(kind, response, response.upgraded_state, "U1")
        return response

    def read(self, kind: object, current_state: dict, private: bytes) -> object:
        request = protocol.ReadResourceRequest(current_state=current_state, private=private, type_name=kind.name)
        response = self._ask("read_resource", request, kind)
        response.new_state = self._state(kind, response, response.new_state, "R3")
        response.private = _private(response.private, "R6")
        return response

    def plan(self, kind: object, **facts: object) -> object:
        request = protocol.PlanResourceChangeRequest(type_name=kind.name, **facts)
        response = self._ask("plan_resource_change", request, kind)
        if not errors_of(response):
            response.planned_state = conforming(response.planned_state, kind.type, "P3")
            response.planned_private = _private(response.planned_private, "P12")
        return response

    def apply(self, kind: object, **facts: object) -> object:
        """Its unknowns are judged by the caller: with an error they become null, without one they are A3."""
        request = protocol.ApplyResourceChangeRequest(type_name=kind.name, **facts)
        response = self._ask("apply_resource_change", request, kind)
        response.new_state = conforming(response.new_state, kind.type, "A3")
        response.private = _private(response.private, "A10")
        _assert_no_write_only(kind, response.new_state, "P16")
        return response

    def import_(self, kind: object, id_: str) -> object:
        request = protocol.ImportResourceStateRequest(id=id_, type_name=kind.name)
        response = self._ask("import_resource_state", request, kind)
        if not errors_of(response):
            _assert_imported(kind, response)
        response.state = self._state(kind, response, response.state, "I1")
        response.private = _private(response.private, "I1")
        return response

    def move(self, kind: object, **facts: object) -> object:
        response = self._ask("move_resource_state", protocol.MoveResourceStateRequest(
            target_type_name=kind.name, **facts), kind)
        if not errors_of(response) and response.target_state is None:
            raise Violation("U4", "a move without an error gave no state")
        response.target_state = self._state(kind, response, response.target_state, "U4")
        response.target_private = _private(response.target_private, "U4")
        return response

    def read_data_source(self, kind: object, config: dict) -> object:
        request = protocol.ReadDataSourceRequest(config=config, type_name=kind.name)
        response = self._ask("read_data_source", request, kind)
        if not errors_of(response) and response.state is None:
            raise Violation("D2", "a data source's result is null")
        response.state = self._state(kind, response, response.state, "D2")
        return response

    def _ask(self, rpc: str, request: object, kind: object = None) -> object:
        self.log.append((rpc, getattr(kind, "name", None)))
        response = getattr(self.provider, rpc)(deepcopy_of(request))
        response.diagnostics = list(response.diagnostics or [])
        for diagnostic in response.diagnostics:
            _assert_diagnostic(diagnostic, kind)
        self.warnings += [one for one in response.diagnostics if one.severity == WARNING]
        return response

    def _state(self, kind: object, response: object, state: dict | None, rule: str) -> dict | None:
        if errors_of(response):
            return state
        canonical = conforming(state, kind.type, rule)
        assert_wholly_known(canonical, rule)
        _assert_no_write_only(kind, canonical, rule)
        return canonical


class Kind:
    """A resource type or data source: its name, attributes, implied type and the version of its schema."""

    def __init__(self, name: str, schema: object, *, is_data: bool = False) -> None:
        self.name = name
        self.attributes = getattr(schema, "attributes", schema)
        self.version = getattr(schema, "version", 0)
        self.type = implied_type(self.attributes)
        self.is_data = is_data


def errors_of(response: object) -> list:
    return [one for one in response.diagnostics if one.severity == ERROR]


def deepcopy_of(message: object) -> object:
    """The request with values of its own; UNKNOWN stays the one there is."""
    keep = {id(UNKNOWN): UNKNOWN}
    return type(message)(**{name: deepcopy(getattr(message, name), dict(keep)) for name in message.__slots__})


def _private(private: object, rule: str) -> bytes:
    if not isinstance(private, bytes | None):
        raise Violation(rule, f"private is bytes, not {private!r}")
    return private or b""


def _assert_no_write_only(kind: Kind, state: dict | None, rule: str) -> None:
    for one in kind.attributes:
        if one.write_only and state is not None and state[one.name] is not None:
            raise Violation(rule, "returned a value for a write-only attribute", (one.name,))


def _assert_imported(kind: Kind, response: object) -> None:
    if response.state is None:
        raise Violation("I1", "an import without an error gave no object")
    if response.type_name != kind.name:
        raise Violation("I1", f"imported a {response.type_name}, not a {kind.name}")


def _assert_diagnostic(diagnostic: object, kind: Kind | None) -> None:
    if not diagnostic.summary or diagnostic.summary == diagnostic.detail:
        raise Violation("A11", f"a summary of its own is needed: {diagnostic!r}")
    names = {one.name for one in kind.attributes} if kind else {diagnostic.path[0]} if diagnostic.path else set()
    if diagnostic.path and diagnostic.path[0] not in names:
        raise Violation("V4", f"a diagnostic blames what does not exist: {diagnostic!r}", diagnostic.path)
