"""A tiny provider that keeps every rule, for the tests of the model: each test breaks one rule in a subclass."""

from __future__ import annotations

from terraform_twilio.terraform import provider as protocol
from terraform_twilio.terraform.diagnostics import error
from terraform_twilio.terraform.schema import SINGLE, Attribute, Nested
from terraform_twilio.terraform.values import UNKNOWN

THING = [
    Attribute("id", "string", computed=True),
    Attribute("name", "string", required=True),
    Attribute("size", "number", optional=True),
    Attribute("note", "string", optional=True, computed=True),
    Attribute("tags", ["list", "string"], optional=True),
    Attribute("flags", ["set", "string"], optional=True),
    Attribute("token", "string", optional=True, write_only=True),
    Attribute("place", nested=Nested([
        Attribute("city", "string", optional=True), Attribute("zone", "string", computed=True)], SINGLE),
        optional=True, computed=True),
    Attribute("changed", "string", computed=True),
]
LOOKUP = [Attribute("name", "string", required=True), Attribute("id", "string", computed=True)]
REPLACES = ("size",)


class Schemas:
    """What the tiny provider publishes."""

    def schema_of_resource(self, name: str) -> list:
        return {"thing": THING}[name]

    def schema_of_data_source(self, name: str) -> list:
        return {"thing": LOOKUP}[name]


class Honest:
    """A thing lives in `objects`, by id; `refused` names the RPCs that answer with an error."""

    def __init__(self) -> None:
        self.objects = {}
        self.refused = set()
        self.made = 0

    def validate_provider_config(self, request: object) -> object:
        return protocol.DiagnosticsResponse(diagnostics=[])

    def configure_provider(self, request: object) -> object:
        return protocol.DiagnosticsResponse(diagnostics=[])

    def validate_resource_config(self, request: object) -> object:
        bad = request.config["name"] in (None, "bad")
        return protocol.DiagnosticsResponse(diagnostics=[error("Bad name", "It is bad.", ("name",))] if bad else [])

    validate_data_resource_config = validate_resource_config

    def upgrade_resource_state(self, request: object) -> object:
        state = {one.name: request.raw_state.get(one.name) for one in THING}
        return protocol.UpgradeResourceStateResponse(upgraded_state=state)

    def read_resource(self, request: object) -> object:
        state = self.objects.get(request.current_state["id"])
        return protocol.ReadResourceResponse(new_state=state, private=request.private)

    def plan_resource_change(self, request: object) -> object:
        if request.proposed_new_state is None:
            return protocol.PlanResourceChangeResponse()
        planned = self.planned(request.prior_state, request.proposed_new_state)
        return protocol.PlanResourceChangeResponse(
            planned_state=planned, requires_replace=[(name,) for name in REPLACES],
            planned_private=request.prior_private)

    def planned(self, prior: dict | None, proposed: dict) -> dict:
        proposed["token"] = None
        unchanged = prior is not None and all(prior[name] == value for name, value in proposed.items())
        volatile = () if unchanged else ("changed",) if prior else ("id", "note", "place", "changed")
        for name in volatile:
            proposed[name] = UNKNOWN if proposed[name] is None or name == "changed" else proposed[name]
        if isinstance(proposed["place"], dict) and proposed["place"]["zone"] is None:
            proposed["place"]["zone"] = UNKNOWN
        return proposed

    def apply_resource_change(self, request: object) -> object:
        if "apply_resource_change" in self.refused:
            return self.refusal(request)
        if request.planned_state is None:
            self.objects.pop(request.prior_state["id"], None)
            return protocol.ApplyResourceChangeResponse(private=b"")
        state = self.settled(request.planned_state)
        self.objects[state["id"]] = state
        return protocol.ApplyResourceChangeResponse(new_state=state, private=b"mine")

    def refusal(self, request: object) -> object:
        return protocol.ApplyResourceChangeResponse(
            diagnostics=[error("Refused", "No.")], new_state=request.prior_state, private=request.planned_private)

    def settled(self, planned: dict) -> dict:
        self.made += 1
        known = {"id": f"T{self.made}", "note": "noted", "place": None, "changed": f"at {self.made}"}
        state = {name: known[name] if value is UNKNOWN else value for name, value in planned.items()}
        if state["place"] and state["place"]["zone"] is UNKNOWN:
            state["place"]["zone"] = "Z"
        return state

    def import_resource_state(self, request: object) -> object:
        state = {one.name: None for one in THING} | {"id": request.id}
        return protocol.ImportResourceStateResponse(state=state, type_name="thing", private=b"")

    def move_resource_state(self, request: object) -> object:
        return protocol.MoveResourceStateResponse(target_state=request.source_state, target_private=b"")

    def read_data_source(self, request: object) -> object:
        found = [one for one in self.objects.values() if one["name"] == request.config["name"]]
        if not found:
            return protocol.ReadDataSourceResponse(diagnostics=[error("Nothing found", "No thing has this name.")])
        return protocol.ReadDataSourceResponse(state={"name": found[0]["name"], "id": found[0]["id"]})
