"""Lengths, ranges, forms and choices that Twilio's documents state in words: each row has its source, and refuses."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from emulator.caller import V2010
from terraform_twilio.emulator.also import LIMITED, read
from terraform_twilio.emulator.answers import Refusal
from terraform_twilio.emulator.server import Emulator
from terraform_twilio.emulator.validation import value_of

# Looked up when this file is loaded: the session removes every TWILIO_ variable before its first test.
DOCUMENTS = Path(os.environ.get("TWILIO_DOCUMENTS") or Path(__file__).parents[3] / "shared" / "openapi")
ROWS = [(line, name, facts) for line, parameters in read(LIMITED).items() for name, facts in parameters.items()]
NUMBERS = ("minimum", "maximum", "minLength", "maxLength")
INSIDE = {"Password": "IWasAtSignal2018", "IpAddress": "192.0.2.255", "AlphaSender": "Acme & Co"}
OUTSIDE = {"Password": ["NoDigitInside", "no-upper-case-1", "NO-LOWER-CASE-1", "Short1"], "AlphaSender": ["12345", "naïve"],
           "IpAddress": ["192.0.2.256", "192.0.2", "192.0.2.1.5", "192.0.2.1/24", "2001:db8::1", "example.com"]}
"""Values for the rows that have a form."""
needs_documents = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason="no documents: set TWILIO_DOCUMENTS to the folder with Twilio's")


@pytest.fixture(scope="module")
def parameters() -> dict:
    with Emulator() as emulator:
        operations = {one.line: one for one in emulator.world.operations}
    return {(line, name): operations[line].taken["parameter"][name] for line, name, _ in ROWS}


def documented() -> Iterator[tuple[str, dict]]:
    """Every operation that posts, by its line."""
    for path in DOCUMENTS.glob("twilio_*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        for place, item in document["paths"].items():
            server = (item.get("servers") or document["servers"])[0]["url"].removeprefix("https://")
            yield f"POST {server}{place}", item.get("post", {})


def described() -> dict:
    """What the documents say of each parameter, by operation and name."""
    return {(line, name): facts.get("description", "") for line, operation in documented()
            for body in operation.get("requestBody", {}).get("content", {}).values()
            for name, facts in body["schema"].get("properties", {}).items()}


@needs_documents
def test_every_number_stands_in_the_parameters_description():
    said = {place: {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)}
            for place, text in described().items()}
    assert {(line, name): facts[one] for line, name, facts in ROWS for one in NUMBERS
            if one in facts and facts[one] not in said[line, name]} == {}


@needs_documents
def test_every_choice_stands_in_the_operations_description():
    said = {line: operation.get("description", "") for line, operation in documented()}
    assert {(line, choice) for line, _, facts in ROWS for choice in facts.get("enum", ()) if choice not in said[line]} == set()


def texts(facts: dict, inside: bool) -> list[str]:
    """The first values on one side of the limits."""
    step = 0 if inside else 1
    numbers = [facts[name] + sign * step for name, sign in (("minimum", -1), ("maximum", 1)) if name in facts]
    lengths = [facts[name] + sign * step for name, sign in (("minLength", -1), ("maxLength", 1)) if name in facts]
    return [*map(str, numbers), *("x" * length for length in lengths)]


@pytest.mark.parametrize(("line", "name", "facts"), [pytest.param(*row, id=f"{row[0]} {row[1]}") for row in ROWS])
def test_a_value_at_its_limit_is_taken_and_the_next_one_refused(parameters, line, name, facts):
    taken = parameters[line, name]
    for text in [INSIDE[name]] if "pattern" in facts else texts(facts, inside=True):
        assert str(value_of(name, [text], taken)) == text
    for text in [*(OUTSIDE[name] if "pattern" in facts else ()), *texts(facts, inside=False)]:
        with pytest.raises(Refusal, match=name) as refused:
            value_of(name, [text], taken)
        assert refused.value.status == 400


STUDIO = "studio.twilio.com"


def test_an_ended_execution_stays_ended(caller):
    flow = caller.post(STUDIO, "/v2/Flows", {"FriendlyName": "f", "Status": "published", "Definition": json.dumps(
        {"states": [{"name": "Trigger"}], "initial_state": "Trigger"})})["sid"]
    for version in ("v1", "v2"):
        executions = f"/{version}/Flows/{flow}/Executions"
        path = f"{executions}/{caller.post(STUDIO, executions, {'To': '+15005550006', 'From': '+15005550006'})['sid']}"
        assert caller.get(STUDIO, path)["status"] == "active"
        assert caller.post(STUDIO, path, {"Status": "ended"})["status"] == "ended"
        assert caller.post(STUDIO, path, {"Status": "active"}).status == 400
        assert caller.get(STUDIO, path)["status"] == "ended"


def test_the_state_of_a_recording_is_set_to_what_an_update_takes_alone(caller):
    api = "api.twilio.com"
    call = caller.post(api, f"{V2010}/Calls.json", {
        "From": "+15005550006", "To": "+15005550006", "Twiml": "<Response/>"})["sid"]
    recordings = f"{V2010}/Calls/{call}/Recordings"
    path = f"{recordings}/{caller.post(api, f'{recordings}.json', {})['sid']}.json"
    assert [caller.post(api, path, {"Status": one}).status for one in ("processing", "completed", "absent")] == [400] * 3
    assert caller.post(api, path, {"Status": "paused"})["status"] == "paused"


def test_a_password_is_not_repeated_by_its_refusal(caller):
    made = caller.post("api.twilio.com", f"{V2010}/SIP/CredentialLists.json", {"FriendlyName": "l"})["sid"]
    credentials = f"{V2010}/SIP/CredentialLists/{made}/Credentials.json"
    refused = caller.post("api.twilio.com", credentials, {"Username": "u", "Password": "all-lower-case-1"})
    assert refused.status == 400
    assert "lower" not in refused.text
    assert caller.post("api.twilio.com", credentials, {"Username": "u", "Password": INSIDE["Password"]}).status == 201
