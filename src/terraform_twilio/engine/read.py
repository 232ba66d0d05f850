"""Reading: what Twilio says of an object now, as the state's words where they mean the same (R1–R7, K16, Q2)."""

from __future__ import annotations

from binascii import crc32

from terraform_twilio.engine import behaviours, diagnose, ownership, relatives
from terraform_twilio.engine.identity import with_id
from terraform_twilio.engine.normalise import identical, is_empty
from terraform_twilio.engine.translate import account_of, refreshed
from terraform_twilio.terraform.json_text import dumps
from terraform_twilio.twilio.errors import TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic


class Reading:
    """The new state (None: the object is gone), its private record, and what to tell."""

    __slots__ = ("diagnostics", "private", "state")

    def __init__(self, state: dict | None, private: Private, diagnostics: list[Diagnostic]) -> None:
        self.state = state
        self.private = private
        self.diagnostics = diagnostics


def read(session: Session, resource_type: ResourceType, prior: dict, private: Private) -> Reading:
    try:
        problem = ownership.unreadable(session, resource_type, prior, private)
    except TwilioError as caught:
        problem = diagnose.failed("read", resource_type, caught)
    if problem is not None:
        return Reading(prior, private, [problem])
    return behaviours.of(resource_type.entry).read(session, resource_type, prior, private, _read)


def _read(session: Session, resource_type: ResourceType, prior: dict, private: Private) -> Reading:
    try:
        payload = session.fetch(resource_type, prior)
        if payload is None:
            return _gone(session, resource_type, prior, private)
    except TwilioError as problem:
        return Reading(prior, private, [diagnose.failed("read", resource_type, problem)])
    state, private = _with_emptied(prior, refreshed(resource_type, prior, payload), private)
    state = with_id(resource_type, state, private.account_sid or account_of(prior))
    private = ownership.remembered(session, resource_type, state, private)
    if private.imported:
        private = private.with_names(relatives.named(session, resource_type, state, private.names))
    return Reading(state, _without_drifted(resource_type, private, prior, state), [])


def _with_emptied(prior: dict, state: dict, private: Private) -> tuple[dict, Private]:
    """An explicit empty value stays the practitioner's word beside whatever Twilio puts in its place (K17, T20).

    The first read after it was written says what that is; anything else later on is drift. Only a checksum is kept (K6)."""
    answers = {name: crc32(dumps(state[name]).encode()) for name in private.written
               if prior.get(name) is not None and is_empty(prior[name]) and not is_empty(state.get(name))}
    emptied = {name: checksum for name, checksum in answers.items()
               if private.emptied.get(name, checksum) == checksum}
    return {**state, **{name: prior[name] for name in emptied}}, private.with_emptied(emptied)


def _gone(session: Session, resource_type: ResourceType, prior: dict, private: Private) -> Reading:
    """Q2: gone only if this is the account that owned it, or if that one was closed."""
    accounts = ownership.foreign(session, resource_type, prior, private)
    if accounts is None or session.is_closed(accounts[0]):
        return Reading(None, private, [])
    return Reading(prior, private, [diagnose.missing_in_another_account(resource_type, *accounts)])


def _without_drifted(resource_type: ResourceType, private: Private, prior: dict, state: dict) -> Private:
    """K16: what changed outside Terraform was not written by us."""
    return private.with_written({name for name in private.written
                                 if name in resource_type.attributes and identical(prior.get(name), state.get(name))})
