"""Every RPC of protocol 6.0 to 6.8: message -> request -> provider -> response -> message, one name throughout.

1. Nothing a provider does ends as a gRPC error: core would forget the object. A failure is an error diagnostic, and
   what core must keep (`_KEPT`) is sent back as it came, byte for byte.
2. The traceback goes to the log; the diagnostic names the exception's class, because its text may hold anything.
3. What may wait for somebody else runs on a worker (`WORKERS`); the rest is answered where it is read, so that neither
   StopProvider nor Shutdown ever queues behind an apply.
"""

from __future__ import annotations

from terraform_twilio.terraform import diagnostics
from terraform_twilio.terraform.dynamic_value import InvalidValue
from terraform_twilio.terraform.protocol6 import from_proto, to_proto, wire
from terraform_twilio.terraform.protocol6.from_proto import UnreadableState
from terraform_twilio.terraform.protocol6.messages import REQUESTS, RESPONSES
from terraform_twilio.terraform.provider import UnknownTypeName

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.terraform.plugin.log import Log

WORKERS = frozenset(("ReadResource", "PlanResourceChange", "ApplyResourceChange", "ImportResourceState", "ReadDataSource"))

_KEPT = {
    "ReadResource": {"new_state": "current_state", "private": "private"},
    "PlanResourceChange": {"planned_state": "prior_state", "planned_private": "prior_private"},
    "ApplyResourceChange": {"new_state": "prior_state", "private": "planned_private"},
}


class Servicer:
    """Answers the calls of one connection with one provider."""

    def __init__(self, provider: object, log: Log) -> None:
        self._provider = provider
        self._log = log

    def call(self, name: str, octets: bytes) -> bytes:
        """The answer to one RPC; raises InvalidMessage where the request is no message."""
        message = wire.decode(REQUESTS[name], octets)
        self._log.trace("call", tf_rpc=name, tf_resource_type=message.get("type_name", ""))
        try:
            answer = METHODS[name](self, message)
            return answer if isinstance(answer, bytes) else wire.encode(RESPONSES[name], answer)
        except Exception as problem:  # a defect, whatever it is: it becomes a diagnostic (rule 1)
            return wire.encode(RESPONSES[name], self._failure(name, message, problem))

    def get_metadata(self, message: dict) -> dict:
        return to_proto.get_metadata(self._provider.resource_type_names(), self._provider.data_source_names())

    def get_provider_schema(self, message: dict) -> bytes:
        return self._provider.provider_schema_bytes()

    def validate_provider_config(self, message: dict) -> dict:
        type = self._provider.type_of_provider()
        request = from_proto.validate_provider_config(message, type)
        return to_proto.only_diagnostics(self._provider.validate_provider_config(request), type)

    def configure_provider(self, message: dict) -> dict:
        type = self._provider.type_of_provider()
        request = from_proto.configure_provider(message, type)
        return to_proto.only_diagnostics(self._provider.configure_provider(request), type)

    def validate_resource_config(self, message: dict) -> dict:
        type = self._provider.type_of_resource(message["type_name"])
        request = from_proto.validate_resource_config(message, type)
        return to_proto.only_diagnostics(self._provider.validate_resource_config(request), type)

    def validate_data_resource_config(self, message: dict) -> dict:
        type = self._provider.type_of_data_source(message["type_name"])
        request = from_proto.validate_data_resource_config(message, type)
        return to_proto.only_diagnostics(self._provider.validate_data_resource_config(request), type)

    def upgrade_resource_state(self, message: dict) -> dict:
        type = self._provider.type_of_resource(message["type_name"])
        request = from_proto.upgrade_resource_state(message, type)
        return to_proto.upgrade_resource_state(self._provider.upgrade_resource_state(request), type)

    def read_resource(self, message: dict) -> dict:
        type = self._provider.type_of_resource(message["type_name"])
        request = from_proto.read_resource(message, type)
        return to_proto.read_resource(self._provider.read_resource(request), type)

    def plan_resource_change(self, message: dict) -> dict:
        type = self._provider.type_of_resource(message["type_name"])
        request = from_proto.plan_resource_change(message, type)
        return to_proto.plan_resource_change(self._provider.plan_resource_change(request), type)

    def apply_resource_change(self, message: dict) -> dict:
        type = self._provider.type_of_resource(message["type_name"])
        request = from_proto.apply_resource_change(message, type)
        return to_proto.apply_resource_change(self._provider.apply_resource_change(request), type)

    def import_resource_state(self, message: dict) -> dict:
        type = self._provider.type_of_resource(message["type_name"])
        request = from_proto.import_resource_state(message, type)
        response = self._provider.import_resource_state(request)
        response.type_name = response.type_name or request.type_name
        return to_proto.import_resource_state(response, type)

    def move_resource_state(self, message: dict) -> dict:
        type = self._provider.type_of_resource(message["target_type_name"])
        request = from_proto.move_resource_state(message, type)
        return to_proto.move_resource_state(self._provider.move_resource_state(request), type)

    def read_data_source(self, message: dict) -> dict:
        type = self._provider.type_of_data_source(message["type_name"])
        request = from_proto.read_data_source(message, type)
        return to_proto.read_data_source(self._provider.read_data_source(request), type)

    def get_functions(self, message: dict) -> dict:
        return {}

    def call_function(self, message: dict) -> dict:
        return {"error": {"text": f"This provider has no function {message['name']!r}."}}

    def ephemeral_resource(self, message: dict) -> dict:
        told = diagnostics.error("Unknown ephemeral resource type",
                                 f"This provider has no ephemeral resource type {message['type_name']!r}.")
        return {"diagnostics": [to_proto.diagnostic(told)]}

    def stop_provider(self, message: dict) -> dict:
        try:
            self._provider.stop()
        except Exception as problem:  # core shows the text and goes on waiting for what runs
            self._log_defect("StopProvider", problem)
            return {"Error": f"stopping failed with {type(problem).__name__}"}
        return {}

    def _failure(self, name: str, message: dict, problem: Exception) -> dict:
        told = self._told(name, message, problem)
        if name in ("CallFunction", "StopProvider"):
            return {"error": {"text": told.detail}} if name == "CallFunction" else {"Error": told.detail}
        kept = {field: message[source] for field, source in _KEPT.get(name, {}).items()}
        return {**kept, "diagnostics": [to_proto.diagnostic(told)]}

    def _told(self, name: str, message: dict, problem: Exception) -> diagnostics.Diagnostic:
        type_name = message.get("type_name") or message.get("target_type_name") or ""
        if isinstance(problem, UnknownTypeName):
            return diagnostics.error(f"Unknown type {type_name!r}", "This provider has nothing of this name that could "
                                     f"answer {name}. Is its version the right one?")
        if isinstance(problem, UnreadableState):
            return diagnostics.error("The stored state cannot be read", str(problem))
        self._log_defect(name, problem)
        return diagnostics.error(f"The provider failed in {name}", _defect(type_name, problem))

    def _log_defect(self, name: str, problem: Exception) -> None:
        from traceback import format_exception  # 5 ms, for a defect only

        self._log.error(f"{name} failed", traceback="".join(format_exception(problem)))


def _defect(type_name: str, problem: Exception) -> str:
    place = f" ({problem})" if isinstance(problem, InvalidValue) else ""
    subject = f" for {type_name}" if type_name else ""
    return (f"{type(problem).__name__}{place}{subject}. This is a defect of the provider; the log has the traceback "
            "(TF_LOG_PROVIDER=ERROR). The state was kept as it was.")


METHODS = {
    "GetMetadata": Servicer.get_metadata,
    "GetProviderSchema": Servicer.get_provider_schema,
    "ValidateProviderConfig": Servicer.validate_provider_config,
    "ConfigureProvider": Servicer.configure_provider,
    "ValidateResourceConfig": Servicer.validate_resource_config,
    "ValidateDataResourceConfig": Servicer.validate_data_resource_config,
    "UpgradeResourceState": Servicer.upgrade_resource_state,
    "ReadResource": Servicer.read_resource,
    "PlanResourceChange": Servicer.plan_resource_change,
    "ApplyResourceChange": Servicer.apply_resource_change,
    "ImportResourceState": Servicer.import_resource_state,
    "MoveResourceState": Servicer.move_resource_state,
    "ReadDataSource": Servicer.read_data_source,
    "GetFunctions": Servicer.get_functions,
    "CallFunction": Servicer.call_function,
    "ValidateEphemeralResourceConfig": Servicer.ephemeral_resource,
    "OpenEphemeralResource": Servicer.ephemeral_resource,
    "RenewEphemeralResource": Servicer.ephemeral_resource,
    "CloseEphemeralResource": Servicer.ephemeral_resource,
    "StopProvider": Servicer.stop_provider,
}
