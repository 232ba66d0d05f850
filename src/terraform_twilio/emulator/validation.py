"""Is a request acceptable to its operation? Text becomes typed values, or a 400 says what is wrong (A4)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from urllib.parse import parse_qsl

from terraform_twilio.catalogue.operations import Operation
from terraform_twilio.emulator.answers import Refusal, invalid

PAGING = ("Page", "PageSize", "PageToken")
OWNER = "AccountSid"
SID = re.compile(r"[A-Z]{2}[0-9a-fA-F]{32}")


def pairs_of(text: str) -> dict[str, list[str]]:
    """A form or a query, every value of every key."""
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl(text, keep_blank_values=True):
        found.setdefault(key, []).append(value)
    return found


def to_boolean(name: str, text: str) -> bool:
    words = {"true": True, "false": False, "1": True, "0": False}
    if text.lower() not in words:
        raise invalid(f"Invalid parameter {name}: {text!r} is neither true nor false")
    return words[text.lower()]


def to_integer(name: str, text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise invalid(f"Invalid parameter {name}: {text!r} is not an integer")
    return int(text)


def finite(text: str) -> float:
    """A number that JSON can write; ValueError for infinities and NaN."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is not a number of JSON")
    return number


def to_number(name: str, text: str) -> float:
    try:
        return finite(text)
    except ValueError:
        raise invalid(f"Invalid parameter {name}: {text!r} is not a number") from None


def to_json(name: str, text: str) -> object:
    try:
        return json.loads(text, parse_float=finite, parse_constant=finite)
    except (ValueError, RecursionError):
        raise invalid(f"Invalid parameter {name}: it is not valid JSON") from None


READERS: dict[str, Callable[[str, str], object]] = {
    "boolean": to_boolean, "integer": to_integer, "number": to_number, "json": to_json, "object": to_json,
}


def check_facts(name: str, value: object, facts: dict) -> None:
    """Enum, pattern, SID and limits."""
    if "enum" in facts and str(value).lower() not in (str(choice).lower() for choice in facts["enum"]):
        raise invalid(f"Invalid parameter {name}: {value!r} is not one of {', '.join(map(str, facts['enum']))}")
    if isinstance(value, str):
        check_text(name, value, facts)
    if isinstance(value, int | float) and not isinstance(value, bool):
        check_range(name, value, facts)


def check_text(name: str, text: str, facts: dict) -> None:
    """Lengths, patterns and SIDs; what has the wrong form may be a secret, and is not repeated."""
    if len(text) < facts.get("minLength", 0):
        raise invalid(f"Invalid parameter {name}: {len(text)} characters are fewer than {facts['minLength']}")
    if len(text) > facts.get("maxLength", len(text)):
        raise invalid(f"Invalid parameter {name}: {len(text)} characters are more than {facts['maxLength']}")
    if "sid" in facts and facts.get("type") == "string" and not is_sid(text, facts["sid"]):
        raise invalid(f"Invalid parameter {name}: {text!r} is not a SID of {' or '.join(facts['sid'])}")
    if "pattern" in facts and not re.search(facts["pattern"], text):
        raise invalid(f"Invalid parameter {name}: it does not match {facts['pattern']}")


def check_range(name: str, value: float, facts: dict) -> None:
    if value < facts.get("minimum", value) or value > facts.get("maximum", value):
        raise invalid(f"Invalid parameter {name}: {value} is out of range")


def is_sid(text: str, prefixes: list[str]) -> bool:
    """Whether the text is a SID with one of the prefixes."""
    return SID.fullmatch(text) is not None and text[:2] in prefixes


def value_of(name: str, texts: list[str], facts: dict) -> object:
    """A form's texts as the value the documents declare; one empty text clears (A3)."""
    if facts["type"] == "array":
        element = facts.get("items", "string")
        element = {"type": element} if isinstance(element, str) else element
        return [value_of(name, [text], element) for text in texts if text != ""]
    if texts[-1] == "":
        if name == OWNER:
            raise invalid(f"Invalid parameter {name}: nothing is without an account")
        return ""
    value = READERS.get(facts["type"], lambda _, text: text)(name, texts[-1])
    check_facts(name, value, facts)
    return declared_spelling(value, facts)


def declared_spelling(value: object, facts: dict) -> object:
    """An enum's value as the document spells it: Twilio reads `post` and answers `POST`."""
    return next((choice for choice in facts.get("enum", ()) if str(choice).lower() == str(value).lower()), value)


def form_parameters(operation: Operation, text: str) -> dict[str, object]:
    """The parameters of a form, typed; unknown and missing ones are refused."""
    taken, found = operation.taken["parameter"], pairs_of(text)
    for name in found:
        if name not in taken:
            raise invalid(f"Unknown parameter {name} in the post body")
    check_missing(taken, found)
    return {name: value_of(name, texts, taken[name]) for name, texts in found.items()}


def check_missing(taken: dict, found: dict) -> None:
    """Required parameters that were not sent, or sent as null."""
    for name, facts in taken.items():
        if facts.get("required") and found.get(name) in (None, "", [""]) and not may_be_empty(facts, found, name):
            raise invalid(f"Missing required parameter {name} in the post body")


def may_be_empty(facts: dict, found: dict, name: str) -> bool:
    """An empty list is a value where a list is required."""
    return facts["type"] == "array" and name in found


JSON_TYPES: dict[str, tuple] = {
    "string": (str,), "boolean": (bool,), "integer": (int,), "number": (int, float), "array": (list,),
    "object": (dict,),
}


def check_json(name: str, value: object, facts: dict) -> None:
    """The type of a value in a JSON body."""
    expected = JSON_TYPES.get(facts["type"])
    if value is None or expected is None:
        return
    if not isinstance(value, expected) or (isinstance(value, bool) and bool not in expected):
        raise invalid(f"Invalid parameter {name}: expected {facts['type']}")
    check_facts(name, value, {key: facts[key] for key in facts if key != "pattern" or isinstance(value, str)})


def json_parameters(operation: Operation, text: str) -> dict[str, object]:
    """The properties of a JSON body; unknown and missing ones are refused."""
    body = to_json("body", text) if text.strip() else {}
    if not isinstance(body, dict):
        raise Refusal(400, 20001, "The body must be a JSON object")
    taken = operation.taken["parameter"]
    for name in body:
        if name not in taken and not operation.is_open:
            raise invalid(f"Unknown parameter {name} in the body")
        check_json(name, body[name], taken.get(name, {"type": "json"}))
    check_missing(taken, body)
    return body


def body_parameters(operation: Operation, content_type: str, text: str) -> dict[str, object]:
    """What the body says; a content type that the operation does not read is refused."""
    if operation.body is None:
        if text and operation.method != "DELETE" and pairs_of(text):
            raise invalid(f"Unknown parameter {next(iter(pairs_of(text)))} in the post body")
        return {}
    if operation.body == "json":
        return json_parameters(operation, text)
    if text and "json" in content_type:
        raise Refusal(415, 20415, "Unsupported media type: this operation reads a form")
    return form_parameters(operation, text)


def query_parameters(operation: Operation, text: str) -> dict[str, object]:
    """The query, typed; keys the operation does not have are refused, those of paging are always known."""
    taken, found = operation.taken["query"], pairs_of(text)
    for name in found:
        if name not in taken and name not in PAGING and not is_collapsed(name, taken):
            raise invalid(f"Unknown query parameter {name}")
    for name, facts in taken.items():
        if facts.get("required") and name not in found:
            raise invalid(f"Missing required query parameter {name}")
    check_page_size(taken, found)
    return {name: value_of(name, texts, taken.get(name, {"type": "string"})) for name, texts in found.items()}


def is_collapsed(name: str, taken: dict) -> bool:
    """`AddOnsData.a.b` where `AddOnsData` is a map (A3)."""
    return name.partition(".")[0] in taken and "." in name


def check_page_size(taken: dict, found: dict) -> None:
    """A page too large is 400 with a code of its own (A5)."""
    size = found.get("PageSize", ["1"])[-1]
    if size.isdigit() and int(size) > taken.get("PageSize", {}).get("maximum", 1000):
        raise Refusal(400, 20007, "Page size must be less than or equal to "
                                  f"{taken.get('PageSize', {}).get('maximum', 1000)}")


def check_headers(operation: Operation, headers: dict[str, str]) -> dict[str, str]:
    """The operation's own headers that were sent, by the document's spelling."""
    sent = {name: headers[name.lower()] for name in operation.taken["header"] if name.lower() in headers}
    for name, text in sent.items():
        check_facts(name, text, {key: value for key, value in operation.taken["header"][name].items() if key == "enum"})
    return sent
