"""Flex's configuration: one object of which Flex, the Console and the configuration each write a part.

1. The body carries the account and what changes.
2. A JSON object is managed by the keys that are written: it is fetched, they are laid over it, and it is sent whole.
3. A key that this provider wrote and that is written no longer is taken out; what others wrote stays (K1).
"""

from __future__ import annotations

from terraform_twilio.engine.behaviours.base import Behaviour
from terraform_twilio.engine.session import Session
from terraform_twilio.terraform.json_text import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.changes import Change, Outcome
    from terraform_twilio.twilio.operations import Answer

BY_KEYS = "json_part"


class FlexConfiguration(Behaviour):
    """Sending only what is configured would wipe what Flex itself wrote."""

    def create(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return proceed(Merging(session, change), change)

    def update(self, session: Session, change: Change, proceed: Callable) -> Outcome:
        return proceed(Merging(session, change), change)


class Merging(Session):
    """A session whose update fetches first and sends each JSON object as it shall be in whole."""

    __slots__ = ("_change",)

    def __init__(self, session: Session, change: Change) -> None:
        super().__init__(session.client, session.pause)
        self._change = change

    def call(self, resource_type: ResourceType, verb: str, state: dict, parameters: dict | None = None) -> Answer:
        if verb == "update":
            present = super().call(resource_type, "fetch", state).payload
            parameters = {"account_sid": self.client.account_sid, **self._merged(present, parameters or {})}
        return super().call(resource_type, verb, state, parameters)

    def _merged(self, present: dict, parameters: dict) -> dict:
        by_keys = {attribute.update: attribute for attribute in self._change.resource_type.arguments
                   if attribute.normaliser == BY_KEYS}
        return {name: laid_over(present.get(by_keys[name].response), value, self._written(by_keys[name].name))
                if name in by_keys and isinstance(value, dict) else value for name, value in parameters.items()}

    def _written(self, name: str) -> dict:
        """The object that this provider wrote last; {} where it did not."""
        prior = (self._change.prior_state or {}).get(name)
        return loads(prior) if prior and name in self._change.private.written else {}


def laid_over(present: object, wanted: object, written: object) -> object:
    """What is there, with the wanted keys in place, and without those that were written and are wanted no longer."""
    if not isinstance(present, dict) or not isinstance(wanted, dict):
        return wanted
    written = written if isinstance(written, dict) else {}
    kept = {key: value for key, value in present.items() if key in wanted or key not in written}
    return {**kept, **{key: laid_over(kept.get(key), value, written.get(key)) for key, value in wanted.items()}}


BEHAVIOUR = FlexConfiguration()
