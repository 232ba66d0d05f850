"""Whose an object is (Q2): a wrong credential never looks like a deletion, and never changes what is another account's.

1. The state names the owner; where it has no account, the private record remembers the one that was addressed.
2. On v2010 the path names the account, and the organization's API knows none: neither can be mixed up.
3. An id without a SID (a singleton's, a country, a phone number) may mean something in every account. What is another
   account's is neither read nor changed there.
"""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.engine.translate import account_of
from terraform_twilio.twilio import oauth
from terraform_twilio.twilio.errors import TwilioError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.private import Private
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic


def remembered(session: Session, resource_type: ResourceType, state: dict, private: Private) -> Private:
    """The record with the account that was addressed, where the state alone would not tell it again (rule 1)."""
    if private.account_sid or not _can_be_mixed_up(resource_type):
        return private
    is_told = account_of(state) is not None and not _is_in_every_account(resource_type)
    return private if is_told else private.with_account(session.client.account_sid)


def foreign(session: Session, resource_type: ResourceType, state: dict, private: Private) -> tuple[str, str] | None:
    """The owner and the account that is addressed instead of it; None where they are the same, or the owner is not known."""
    if not _can_be_mixed_up(resource_type):
        return None
    owner = _owner(resource_type, state, private)
    addressed = session.client.account_sid
    return None if owner in (None, addressed) else (owner, addressed)


def unreadable(session: Session, resource_type: ResourceType, state: dict, private: Private) -> Diagnostic | None:
    """Why this object is not looked for with these credentials (rule 3); raises TwilioError."""
    accounts = foreign(session, resource_type, state, private)
    if accounts is None or not _is_in_every_account(resource_type):
        return None
    return diagnose.untouched_in_another_account(resource_type, *accounts)


def unchangeable(session: Session, resource_type: ResourceType, state: dict, private: Private) -> Diagnostic | None:
    """Why nothing is changed or deleted with these credentials: another account's object must be seen first."""
    try:
        problem = unreadable(session, resource_type, state, private)
        accounts = foreign(session, resource_type, state, private)
        if problem is not None or accounts is None or session.fetch(resource_type, state) is not None:
            return problem
        if session.is_closed(accounts[0]):
            return None  # gone with its account: deleting it is done
    except TwilioError:
        return None  # the change itself will tell
    return diagnose.missing_in_another_account(resource_type, *accounts)


def _owner(resource_type: ResourceType, state: dict, private: Private) -> str | None:
    own = state.get("id") if not resource_type.entry.id else None
    return private.account_sid or account_of(state) or own


def _can_be_mixed_up(resource_type: ResourceType) -> bool:
    return resource_type.entry.account_attribute is None and resource_type.entry.host != oauth.HOST


def _is_in_every_account(resource_type: ResourceType) -> bool:
    return not any(name.endswith("id") for name in resource_type.entry.id)
