"""Language operators: the account's own and Twilio's are found in one list. Source: the documents."""

from __future__ import annotations

from terraform_twilio.emulator import properties
from terraform_twilio.emulator.answers import Answer
from terraform_twilio.emulator.places import Location, absent
from terraform_twilio.emulator.store import Resource
from terraform_twilio.emulator.world import Call

HOST, OPERATORS = "intelligence.twilio.com", "/v2/Operators"
PLACES = (f"{OPERATORS}/Custom", f"{OPERATORS}/PreBuilt", OPERATORS)


def operators(call: Call, location: Location | None = None) -> list[Resource]:
    """Every operator, the account's own first."""
    return [one for place in PLACES for one in call.world.store.children(HOST, call.account, place)]


def fetch(call: Call) -> Answer:
    found = next((one for one in operators(call) if one.name == call.values[0]), None)
    if found is None:
        raise absent(call)
    return Answer(200, properties.rendered(call.kind, call.operation.shape, found.properties, HOST, call.path))


LISTING = {HOST + OPERATORS: operators}
ANSWERS = {f"GET {HOST}{OPERATORS}/{{Sid}}": fetch}
