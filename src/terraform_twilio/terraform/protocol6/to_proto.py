"""The response values of `terraform.provider` -> messages; one function per RPC that has one, under the RPC's name."""

from __future__ import annotations

from terraform_twilio.terraform import diagnostics, dynamic_value, provider
from terraform_twilio.terraform.dynamic_value import InvalidValue
from terraform_twilio.terraform.paths import Key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.terraform.diagnostics import Diagnostic
    from terraform_twilio.terraform.provider import State

CAPABILITIES = {"plan_destroy": True, "get_provider_schema_optional": True, "move_resource_state": True}


def get_metadata(resource_type_names: list[str], data_source_names: list[str]) -> dict:
    return {"server_capabilities": CAPABILITIES, "resources": [{"type_name": name} for name in resource_type_names],
            "data_sources": [{"type_name": name} for name in data_source_names]}


def only_diagnostics(response: provider.DiagnosticsResponse, type: object) -> dict:
    return {"diagnostics": _diagnostics(response)}


def upgrade_resource_state(response: provider.UpgradeResourceStateResponse, type: object) -> dict:
    return {"upgraded_state": _state(response.upgraded_state, type), "diagnostics": _diagnostics(response)}


def read_resource(response: provider.ReadResourceResponse, type: object) -> dict:
    return {"new_state": _state(response.new_state, type), "private": response.private or b"",
            "diagnostics": _diagnostics(response)}


def plan_resource_change(response: provider.PlanResourceChangeResponse, type: object) -> dict:
    return {"planned_state": _state(response.planned_state, type), "planned_private": response.planned_private or b"",
            "requires_replace": [_path(path) for path in response.requires_replace or []],
            "diagnostics": _diagnostics(response)}


def apply_resource_change(response: provider.ApplyResourceChangeResponse, type: object) -> dict:
    """What was created must not be forgotten: a state that does not fit its type is sent without what does not fit."""
    messages = _diagnostics(response)
    try:
        new_state = _state(response.new_state, type)
    except InvalidValue as problem:
        messages.append(diagnostic(diagnostics.error(
            "The new state is incomplete", f"The provider made a state that does not fit its schema: {problem}. "
            "What does fit was kept. This is a defect of the provider.")))
        new_state = _state(_what_fits(response.new_state, type), type)
    return {"new_state": new_state, "private": response.private or b"", "diagnostics": messages}


def _what_fits(state: State, type: object) -> State:
    if not isinstance(state, dict):
        return None
    return {name: state.get(name) if _fits(state.get(name), inner) else None for name, inner in type[1].items()}


def _fits(value: object, type: object) -> bool:
    try:
        dynamic_value.encode(value, type)
    except InvalidValue:
        return False
    return True


def import_resource_state(response: provider.ImportResourceStateResponse, type: object) -> dict:
    found = [] if response.state is None else [{
        "type_name": response.type_name, "state": _state(response.state, type), "private": response.private or b""}]
    return {"imported_resources": found, "diagnostics": _diagnostics(response)}


def move_resource_state(response: provider.MoveResourceStateResponse, type: object) -> dict:
    return {"target_state": _state(response.target_state, type), "target_private": response.target_private or b"",
            "diagnostics": _diagnostics(response)}


def read_data_source(response: provider.ReadDataSourceResponse, type: object) -> dict:
    return {"state": _state(response.state, type), "diagnostics": _diagnostics(response)}


def diagnostic(value: Diagnostic) -> dict:
    """One diagnostic, with the attribute to blame where it has one."""
    return {"severity": value.severity, "summary": value.summary, "detail": value.detail,
            "attribute": _path(value.path) if value.path else None}


def _state(state: State, type: object) -> dict:
    return {"msgpack": dynamic_value.encode(state, type)}


def _diagnostics(response: object) -> list[dict]:
    return [diagnostic(value) for value in response.diagnostics or []]


def _path(path: tuple) -> dict:
    return {"steps": [_step(step) for step in path]}


def _step(step: object) -> dict:
    if isinstance(step, Key):
        return {"element_key_string": step}
    return {"element_key_int": step} if isinstance(step, int) else {"attribute_name": step}
