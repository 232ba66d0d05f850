"""Assistants: a message opens the session it names, or a new one. Source: the documents (nothing else makes sessions)."""

from __future__ import annotations

from terraform_twilio.emulator.births import BIRTH, CHANGE, child, stamp
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

HOST, SESSIONS = "assistants.twilio.com", "/v1/Sessions"


def send(call: Call, message: Resource) -> None:
    """What is said is kept in its session."""
    session = session_of(call, str(call.parameters.get("session_id") or call.world.sids.digits()))
    message.properties.update(session_id=session.name, status="success")
    child(call, session, "/Messages", {
        "session_id": session.name, "assistant_id": call.values[0], "role": "user",
        "identity": call.parameters["identity"], "content": {"content": call.parameters["body"]}}, SESSIONS)


def session_of(call: Call, name: str) -> Resource:
    """The session of a name, which begins when it is first used."""
    known = call.world.store.at(HOST, call.account, f"{SESSIONS}/{name}")
    return known or begun(call, Resource(call.account, HOST, SESSIONS, name, {
        "id": name, "account_sid": call.account, "assistant_id": call.values[0], "verified": False,
        "identity": call.parameters["identity"]}, call.now))


def begun(call: Call, session: Resource) -> Resource:
    stamp(call, call.world.kinds.at(HOST, SESSIONS), session, BIRTH + CHANGE)
    call.world.store.save(session)
    return session


CREATING = {HOST + "/v1/Assistants/{}/Messages": send}
