"""Supporting documents with a file: created by an upload to a host of its own, otherwise like those without.

1. With `source`, the create is a multipart call with the same parameters and the file. The rest is the general rule.
2. Twilio takes the file at creation only, so another file is another document: another `source_hash`, or another
   `source` where no hash says that it is the same file.
3. The file is read when it is applied, never while planning (P13).
"""

from __future__ import annotations

from terraform_twilio.engine.behaviours import diagnoses, uploads
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.changes import Outcome
from terraform_twilio.engine.normalise import identical
from terraform_twilio.engine.session import Session
from terraform_twilio.twilio.operations import MULTIPART, Arguments, File, Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine import plan
    from terraform_twilio.engine.changes import Change
    from terraform_twilio.terraform.diagnostics import Diagnostic
    from terraform_twilio.twilio.operations import Answer

_UPLOAD = Operation("POST", "numbers-upload.twilio.com", "/v2/RegulatoryCompliance/SupportingDocuments", MULTIPART,
                    repeatable=False)
_SAME_API = "numbers.twilio.com"


class SupportingDocument(Behaviour):
    """The documents describe the create without a file alone."""

    def validate(self, resource_type: ResourceType, config: dict) -> list[Diagnostic]:
        if config.get("source_hash") is not None and config.get("source") is None:
            return [diagnoses.nothing_to_describe("source_hash", "source")]
        return []

    def plan(self, change: plan.Proposal, proceed: Callable[[plan.Proposal], plan.Plan]) -> plan.Plan:
        planned = proceed(change)
        if change.prior_state is not None and _is_another_file(change, planned.planned_state):
            planned.requires_replace.append("source")
        return planned

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        source = change.planned_state["source"]
        if source is None:
            return proceed(session, change)
        try:
            file = uploads.read(source)
        except (OSError, ValueError) as problem:
            return Outcome(None, change.private,
                                 [diagnoses.unreadable_file("source", source, uploads.reason(problem))])
        return proceed(Uploading(session, file), change)


class Uploading(Session):
    """A session whose create takes a file along.

    Its answer speaks of the document as the API of the upload's host does. Where that is not the resource type's own, it
    is believed for the SID alone, and what else is to be known is fetched."""

    __slots__ = ("_file",)

    def __init__(self, session: Session, file: File) -> None:
        super().__init__(session.client, session.pause)
        self._file = file

    def call(self, resource_type: ResourceType, verb: str, state: dict, parameters: dict | None = None) -> Answer:
        if verb != "create":
            return super().call(resource_type, verb, state, parameters)
        answer = self.client.call(_UPLOAD, Arguments(parameters={**(parameters or {}), "File": self._file}))
        if resource_type.entry.host != _SAME_API:
            answer.payload = {"sid": answer.payload.get("sid")}
        return answer


def _is_another_file(change: plan.Proposal, planned: dict) -> bool:
    """A changed path, where no hash says that it is the same file. What no import could know is only recorded (K18)."""
    prior = change.prior_state
    if planned["source"] is None or identical(prior["source"], planned["source"]):
        return False
    if prior["source"] is None and change.private.imported:
        return False
    return planned["source_hash"] is None or not identical(prior["source_hash"], planned["source_hash"])


BEHAVIOUR = SupportingDocument()
