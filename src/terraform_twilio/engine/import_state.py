"""Importing: an id becomes a state that holds nothing else; core then reads it (I1–I3, Q1, K17)."""

from __future__ import annotations

from terraform_twilio.catalogue.resource_type import ID
from terraform_twilio.engine import behaviours, diagnose
from terraform_twilio.engine.identity import InvalidId, form_of, id_of, parse
from terraform_twilio.engine.private import Private
from terraform_twilio.engine.sids import is_placeholder, is_sid, what_belongs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.engine.session import Session
    from terraform_twilio.terraform.diagnostics import Diagnostic


def import_state(session: Session, resource_type: ResourceType, import_id: str
                 ) -> tuple[dict | None, Private, list[Diagnostic]]:
    private = Private(imported=True)
    try:
        meant = behaviours.of(resource_type.entry).import_id(session, resource_type, import_id)
        values, account_sid = parse(resource_type, meant)
        _check_sids(resource_type, values)
    except InvalidId as problem:
        said = diagnose.invalid_import_id(resource_type, import_id, str(problem), form_of(resource_type))
        return None, private, [said]
    addressed = session.client.account_sid
    if account_sid and not resource_type.entry.account_attribute and account_sid != addressed:
        return None, private, [diagnose.import_from_another_account(resource_type, account_sid, addressed)]
    said = [] if _can_be_read(resource_type) else [diagnose.imported_unseen(resource_type, import_id)]
    return _state(resource_type, values, account_sid or addressed), private, said


def _can_be_read(resource_type: ResourceType) -> bool:
    return bool(resource_type.entry.operations.keys() & {"fetch", "list"})


def _check_sids(resource_type: ResourceType, values: dict) -> None:
    """A part with the wrong prefix would be a 404 that says less."""
    for name, value in values.items():
        prefixes = resource_type.attributes[name].sid
        if prefixes and (is_placeholder(value) or (is_sid(value) and value[:2] not in prefixes)):
            raise InvalidId(f"{name} is {what_belongs(prefixes)}, not {value!r}")


def _state(resource_type: ResourceType, values: dict, account_sid: str) -> dict:
    state = dict.fromkeys(resource_type.wire_types)
    state.update(_typed(resource_type, values))
    account = resource_type.entry.account_attribute
    if account is not None:
        state[account.name] = account_sid
    if not resource_type.has_own_id:
        state[ID] = id_of(resource_type, state, account_sid)
    return state


def _typed(resource_type: ResourceType, values: dict) -> dict:
    return {name: int(value) if resource_type.attributes[name].type == "int" and value.isdigit() else value
            for name, value in values.items()}
