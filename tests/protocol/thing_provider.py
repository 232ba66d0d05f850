"""A small provider of notes, for the tests of the runtime: it keeps nothing and calls nobody."""

from __future__ import annotations

import sys
import time

from terraform_twilio.terraform.diagnostics import error, warning
from terraform_twilio.terraform.protocol6.schema_encoder import get_provider_schema_response
from terraform_twilio.terraform.provider import (
    ApplyResourceChangeResponse,
    DiagnosticsResponse,
    ImportResourceStateResponse,
    MoveResourceStateResponse,
    PlanResourceChangeResponse,
    ReadDataSourceResponse,
    ReadResourceResponse,
    UnknownTypeName,
    UpgradeResourceStateResponse,
)
from terraform_twilio.terraform.schema import LIST, Attribute, Nested, Schema, implied_type
from terraform_twilio.terraform.values import UNKNOWN

PROVIDER = Schema([Attribute("prefix", "string", optional=True, description="In front of every id.")])
NOTE = Schema(
    [
        Attribute("id", "string", computed=True),
        Attribute("text", "string", required=True, description="What the note **says**."),
        Attribute("amount", "number", optional=True),
        Attribute("tags", ["map", "string"], optional=True),
        Attribute("words", ["list", "string"], optional=True),
        Attribute("seconds", "number", optional=True, description="How long creating takes."),
        Attribute("failure", "string", optional=True, description="The method that raises."),
        Attribute("secret", "string", optional=True, sensitive=True),
        Attribute(
            "parts",
            nested=Nested(
                [Attribute("name", "string", required=True), Attribute("size", "number", optional=True)], LIST
            ),
            optional=True,
        ),
    ],
    version=1,
    description="A note.",
)
SHOUT = Schema([Attribute("text", "string", required=True), Attribute("loud", "string", computed=True)])


class ThingProvider:
    """Answers as `terraform.provider` says; a note is its own state."""

    def __init__(self) -> None:
        self._prefix = ""
        self._is_stopped = False

    def provider_schema_bytes(self):
        return get_provider_schema_response(PROVIDER, {"thing_note": NOTE}, {"thing_shout": SHOUT})

    def resource_type_names(self):
        return ["thing_note"]

    def data_source_names(self):
        return ["thing_shout"]

    def type_of_provider(self):
        return implied_type(PROVIDER.attributes)

    def type_of_resource(self, name):
        if name != "thing_note":
            raise UnknownTypeName(name)
        return implied_type(NOTE.attributes)

    def type_of_data_source(self, name):
        if name != "thing_shout":
            raise UnknownTypeName(name)
        return implied_type(SHOUT.attributes)

    def validate_provider_config(self, request):
        return DiagnosticsResponse()

    def configure_provider(self, request):
        prefix = request.config["prefix"]
        self._prefix = "" if prefix is None or prefix is UNKNOWN else prefix
        return DiagnosticsResponse()

    def validate_resource_config(self, request):
        if request.config["text"] == "forbidden":
            return DiagnosticsResponse(diagnostics=[error("Forbidden text", "Say something else.", ("text",))])
        if request.config["text"] == "doubtful":
            return DiagnosticsResponse(diagnostics=[warning("Doubtful text", "", ("text",))])
        return DiagnosticsResponse()

    def validate_data_resource_config(self, request):
        return DiagnosticsResponse()

    def upgrade_resource_state(self, request):
        return UpgradeResourceStateResponse(
            upgraded_state={name: request.raw_state.get(name) for name in self.type_of_resource(request.type_name)[1]}
        )

    def read_resource(self, request):
        self._fail_where_told(request.current_state, "read")
        return ReadResourceResponse(new_state=request.current_state, private=request.private)

    def plan_resource_change(self, request):
        planned = request.proposed_new_state
        if planned is None:
            return PlanResourceChangeResponse(planned_state=None)
        self._fail_where_told(planned, "plan")
        if planned["failure"] == "wait":
            self._work_for(planned["seconds"])
        if request.prior_state is None:
            planned = {**planned, "id": UNKNOWN}
        return PlanResourceChangeResponse(
            planned_state=planned, requires_replace=[("text",)], planned_private=b"planned"
        )

    def apply_resource_change(self, request):
        planned = request.planned_state
        if planned is None:
            return ApplyResourceChangeResponse(new_state=None)
        self._fail_where_told(planned, "apply")
        if planned["failure"] == "print":
            print("printed", flush=True)
        finished = self._work_for(planned["seconds"] or 0)
        note = {
            name: value if value is not UNKNOWN else f"{self._prefix}{planned['text']}"
            for name, value in planned.items()
        }
        if planned["failure"] == "state":
            note["amount"] = "no number"
        return ApplyResourceChangeResponse(
            new_state=note,
            private=b"applied",
            diagnostics=[] if finished else [error("Stopped", "The note is half written.")],
        )

    def import_resource_state(self, request):
        blank = dict.fromkeys(self.type_of_resource(request.type_name)[1])
        return ImportResourceStateResponse(state={**blank, "id": request.id, "text": request.id})

    def move_resource_state(self, request):
        blank = dict.fromkeys(self.type_of_resource(request.target_type_name)[1])
        return MoveResourceStateResponse(target_state={**blank, "id": request.source_state["id"], "text": "moved"})

    def read_data_source(self, request):
        if request.config["text"] == "modules":
            return ReadDataSourceResponse(state={**request.config, "loud": " ".join(sys.modules)})
        return ReadDataSourceResponse(state={**request.config, "loud": request.config["text"].upper()})

    def stop(self):
        self._is_stopped = True

    def _fail_where_told(self, state, method):
        if state is not None and state["failure"] == method:
            raise RuntimeError(f"told to fail in {method}, {state['secret']}")

    def _work_for(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self._is_stopped:
            time.sleep(0.01)
        return not self._is_stopped
