"""What a provider must answer: one method, one request and one response per RPC, named as the protocol names them.

A provider is any object with the methods below; the server makes one per connection, because in reattach mode every
provider configuration dials its own (architecture: a global configuration would let the last one win).

    provider_schema_bytes() -> bytes            the whole GetProviderSchema.Response, serialised at build time
    resource_type_names(), data_source_names()  -> list[str]                                      (GetMetadata)
    type_of_provider(), type_of_resource(name), type_of_data_source(name)
                                                -> the implied type (terraform.types); raises UnknownTypeName
    validate_provider_config(request)  configure_provider(request)  validate_resource_config(request)
    validate_data_resource_config(request)  upgrade_resource_state(request)  read_resource(request)
    plan_resource_change(request)  apply_resource_change(request)  import_resource_state(request)
    move_resource_state(request)  read_data_source(request)
    stop()                                      StopProvider: make every wait end at once; returns immediately

States and configurations are `dict` by attribute name, or None for null. `private` is bytes. A method that raises is a
defect: the servicer answers it with an error diagnostic and keeps the prior state, and logs the traceback.
"""

from __future__ import annotations

State = dict | None


class UnknownTypeName(Exception):
    """The provider has no resource type or data source of this name."""


class Message:
    """Base of the request and response values: keyword arguments by slot name, absent ones None."""

    __slots__ = ()

    def __init__(self, **facts: object) -> None:
        for name in self.__slots__:
            setattr(self, name, facts.pop(name, None))
        if facts:
            raise TypeError(f"{type(self).__name__} has no {', '.join(facts)}")


class ValidateProviderConfigRequest(Message):
    __slots__ = ("config",)


class ConfigureProviderRequest(Message):
    """`config` may hold unknowns during plan (rule C1)."""

    __slots__ = ("config", "terraform_version")


class ValidateResourceConfigRequest(Message):
    __slots__ = ("config", "type_name", "write_only_attributes_allowed")


class ValidateDataResourceConfigRequest(Message):
    __slots__ = ("config", "type_name")


class DiagnosticsResponse(Message):
    """The answer of the RPCs that have nothing but `diagnostics` (a list) to say."""

    __slots__ = ("diagnostics",)


class UpgradeResourceStateRequest(Message):
    """`raw_state` is the parsed JSON of the stored state (numbers int, float or Decimal)."""

    __slots__ = ("raw_state", "type_name", "version")


class UpgradeResourceStateResponse(Message):
    __slots__ = ("diagnostics", "upgraded_state")


class ReadResourceRequest(Message):
    __slots__ = ("current_state", "private", "type_name")


class ReadResourceResponse(Message):
    __slots__ = ("diagnostics", "new_state", "private")


class PlanResourceChangeRequest(Message):
    __slots__ = ("config", "prior_private", "prior_state", "proposed_new_state", "type_name")


class PlanResourceChangeResponse(Message):
    """`requires_replace` is a list of paths."""

    __slots__ = ("diagnostics", "planned_private", "planned_state", "requires_replace")


class ApplyResourceChangeRequest(Message):
    __slots__ = ("config", "planned_private", "planned_state", "prior_state", "type_name")


class ApplyResourceChangeResponse(Message):
    __slots__ = ("diagnostics", "new_state", "private")


class ImportResourceStateRequest(Message):
    __slots__ = ("id", "type_name")


class ImportResourceStateResponse(Message):
    """`state` is one object (rule I1), or None with diagnostics."""

    __slots__ = ("diagnostics", "private", "state", "type_name")


class MoveResourceStateRequest(Message):
    """`source_state` is parsed JSON."""

    __slots__ = ("source_private", "source_provider_address", "source_schema_version", "source_state",
                 "source_type_name", "target_type_name")


class MoveResourceStateResponse(Message):
    __slots__ = ("diagnostics", "target_private", "target_state")


class ReadDataSourceRequest(Message):
    __slots__ = ("config", "type_name")


class ReadDataSourceResponse(Message):
    __slots__ = ("diagnostics", "state")
