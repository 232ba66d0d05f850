"""Messages -> the request values of `terraform.provider`; one function per RPC that has one, under the RPC's name."""

from __future__ import annotations

from terraform_twilio.terraform import dynamic_value, json_text, provider

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.terraform.provider import State


class UnreadableState(ValueError):
    """A stored state is in no form that this protocol still has; the text is for the practitioner."""


def validate_provider_config(message: dict, type: object) -> provider.ValidateProviderConfigRequest:
    return provider.ValidateProviderConfigRequest(config=_state(message["config"], type))


def configure_provider(message: dict, type: object) -> provider.ConfigureProviderRequest:
    return provider.ConfigureProviderRequest(
        config=_state(message["config"], type), terraform_version=message["terraform_version"])


def validate_resource_config(message: dict, type: object) -> provider.ValidateResourceConfigRequest:
    capabilities = message["client_capabilities"]
    return provider.ValidateResourceConfigRequest(
        type_name=message["type_name"], config=_state(message["config"], type),
        write_only_attributes_allowed=bool(capabilities and capabilities["write_only_attributes_allowed"]))


def validate_data_resource_config(message: dict, type: object) -> provider.ValidateDataResourceConfigRequest:
    return provider.ValidateDataResourceConfigRequest(
        type_name=message["type_name"], config=_state(message["config"], type))


def upgrade_resource_state(message: dict, type: object) -> provider.UpgradeResourceStateRequest:
    return provider.UpgradeResourceStateRequest(
        type_name=message["type_name"], version=message["version"], raw_state=_raw_state(message["raw_state"]))


def read_resource(message: dict, type: object) -> provider.ReadResourceRequest:
    return provider.ReadResourceRequest(
        type_name=message["type_name"], current_state=_state(message["current_state"], type),
        private=message["private"])


def plan_resource_change(message: dict, type: object) -> provider.PlanResourceChangeRequest:
    return provider.PlanResourceChangeRequest(
        type_name=message["type_name"], config=_state(message["config"], type),
        prior_state=_state(message["prior_state"], type),
        proposed_new_state=_state(message["proposed_new_state"], type), prior_private=message["prior_private"])


def apply_resource_change(message: dict, type: object) -> provider.ApplyResourceChangeRequest:
    return provider.ApplyResourceChangeRequest(
        type_name=message["type_name"], config=_state(message["config"], type),
        prior_state=_state(message["prior_state"], type), planned_state=_state(message["planned_state"], type),
        planned_private=message["planned_private"])


def import_resource_state(message: dict, type: object) -> provider.ImportResourceStateRequest:
    return provider.ImportResourceStateRequest(type_name=message["type_name"], id=message["id"])


def move_resource_state(message: dict, type: object) -> provider.MoveResourceStateRequest:
    return provider.MoveResourceStateRequest(
        source_provider_address=message["source_provider_address"], source_type_name=message["source_type_name"],
        source_schema_version=message["source_schema_version"], source_state=_raw_state(message["source_state"]),
        source_private=message["source_private"], target_type_name=message["target_type_name"])


def read_data_source(message: dict, type: object) -> provider.ReadDataSourceRequest:
    return provider.ReadDataSourceRequest(type_name=message["type_name"], config=_state(message["config"], type))


def _state(message: dict | None, type: object) -> State:
    if message is None:
        return None
    if message["msgpack"]:
        return dynamic_value.decode(message["msgpack"], type)
    if message["json"]:
        return dynamic_value.decode_json(message["json"], type)
    return None


def _raw_state(message: dict | None) -> object:
    if message is None:
        return None
    if message["json"]:
        return _parsed(message["json"])
    if message["flatmap"]:
        raise UnreadableState("Terraform 0.11 or older wrote this state. Upgrade it with Terraform 0.12 first.")
    return None


def _parsed(octets: bytes) -> object:
    try:
        return json_text.loads(octets.decode())
    except ValueError:
        raise UnreadableState("The stored state is not JSON.") from None
