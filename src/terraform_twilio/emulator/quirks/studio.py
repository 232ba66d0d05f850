"""Studio: revisions, webhook addresses, validation.

Source: twilio-semantics.md A7 (`FlowValidate` -> valid, a revision counter, `webhook_url`), recorded answers.
"""

from __future__ import annotations

from terraform_twilio.emulator.answers import Answer, Refusal
from terraform_twilio.emulator.births import child
from terraform_twilio.emulator.places import absent
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

FLOWS = "studio.twilio.com/v2/Flows"
WEBHOOK = "https://webhooks.twilio.com/v1/Accounts/{account}/Flows/{sid}"
REVISED = ("account_sid", "sid", "friendly_name", "definition", "status", "revision", "commit_message", "valid",
           "errors", "date_created", "date_updated")


def problems(definition: object) -> list[dict]:
    """What is wrong with a flow's definition: it needs states, and an initial one among them."""
    if not isinstance(definition, dict):
        return [{"message": "must be an object", "property_path": "#/definition"}]
    states = definition.get("states")
    if not isinstance(states, list):
        return [{"message": "is required", "property_path": "#/states"}]
    names = [state.get("name") for state in states if isinstance(state, dict)]
    if definition.get("initial_state") not in names:
        return [{"message": "must name a state", "property_path": "#/initial_state"}]
    return []


def check(call: Call, flow: Resource) -> None:
    """A flow with a wrong definition is refused; 400/20001 with the problems in `details`."""
    found = problems(flow.properties.get("definition"))
    if found:
        raise Refusal(400, 20001, "Flow definition is invalid", {"errors": found})
    flow.properties["valid"] = True


def start(call: Call, flow: Resource) -> None:
    check(call, flow)
    flow.properties["revision"] = 1
    flow.properties["date_updated"] = None  # Recorded: a flow that nobody changed has no date of a change.
    flow.properties["webhook_url"] = WEBHOOK.format(account=call.account, sid=flow.properties["sid"])


def revise(call: Call, flow: Resource, before: dict) -> None:
    """Every update is a new revision; a commit message belongs to one revision."""
    check(call, flow)
    flow.properties["revision"] = before["revision"] + 1
    if "CommitMessage" not in call.parameters:
        flow.properties["commit_message"] = None


def keep_revision(call: Call, flow: Resource) -> None:
    child(call, flow, "/Revisions", {name: flow.properties.get(name) for name in REVISED})


def newest(call: Call, revision: Resource) -> None:
    """`LatestPublished` and `LatestDraft` stand for a number."""
    wanted = {"LatestPublished": "published", "LatestDraft": "draft"}.get(revision.name)
    siblings = call.world.store.children(revision.host, revision.account, revision.collection)
    found = [other for other in siblings if other.properties["status"] == wanted]
    if not found:

        raise absent(call)
    revision.properties = found[-1].properties


def validate(call: Call) -> Answer:
    """Says whether a flow could be created."""
    found = problems(call.parameters.get("Definition"))
    if found:
        raise Refusal(400, 20001, "Flow definition is invalid", {"errors": found})
    return Answer(200, {"valid": True})


def show_test_users(call: Call, users: Resource) -> None:
    users.properties["sid"] = users.collection.split("/")[-2]


CREATING = {FLOWS: start}
CREATED = {FLOWS: keep_revision}
UPDATING = {FLOWS: revise}
UPDATED = {FLOWS: keep_revision}
READING = {FLOWS + "/{}/TestUsers": show_test_users}
STANDING = {FLOWS + "/{}/Revisions": newest}
ANSWERS = {"POST studio.twilio.com/v2/Flows/Validate": validate}
