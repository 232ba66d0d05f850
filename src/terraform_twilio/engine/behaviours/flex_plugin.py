"""Flex plugins: archiving one is all the deleting there is, it is for ever, and an archived plugin keeps its name."""

from __future__ import annotations

from terraform_twilio.engine.behaviours import diagnoses
from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.changes import Outcome
from terraform_twilio.engine.session import Session
from terraform_twilio.twilio.errors import ResponseError, TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change
    from terraform_twilio.twilio.operations import Answer


class FlexPlugin(Behaviour):
    """A refused name may be that of an archived plugin, which Twilio's answer does not say."""

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        asking = Asking(session)
        outcome = proceed(asking, change)
        if outcome.state is not None or not asking.archived:
            return outcome
        said = diagnoses.name_is_kept(change.resource_type, asking.refusal, asking.archived)
        return Outcome(None, change.private, [said])


class Asking(Session):
    """A session that asks whose name it is when a create is refused."""

    __slots__ = ("archived", "refusal")

    def __init__(self, session: Session) -> None:
        super().__init__(session.client, session.pause, session.catalogue)
        self.refusal: ResponseError | None = None
        self.archived: dict = {}

    def call(self, resource_type: ResourceType, verb: str, state: dict, parameters: dict | None = None) -> Answer:
        try:
            return super().call(resource_type, verb, state, parameters)
        except ResponseError as problem:
            if verb == "create" and 400 <= problem.status < 500:
                self.refusal, self.archived = problem, self._named(resource_type, state)
            raise

    def _named(self, resource_type: ResourceType, state: dict) -> dict:
        """The archived plugin of that name; nothing where there is none, or where nobody can tell."""
        try:
            found = super().call(resource_type, "fetch", {**state, "sid": state["unique_name"]}).payload
        except TwilioError:
            return {}
        return found if found.get("archived") is True else {}


BEHAVIOUR = FlexPlugin()
