"""What the emulator says, and how: answers and refusals as values, written as JSON or as the XML of v2010."""

from __future__ import annotations

import json
from xml.sax.saxutils import escape


class Answer:
    """A status, a body (JSON value, or None for no body) and headers."""

    __slots__ = ("body", "headers", "status")

    def __init__(self, status: int, body: object = None, headers: dict | None = None) -> None:
        self.status = status
        self.body = body
        self.headers = headers or {}


class Refusal(Exception):
    """Twilio says no: HTTP status, Twilio's code, a message, and headers that go with it."""

    def __init__(self, status: int, code: int, message: str, details: dict | None = None,
                 headers: dict | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.details = details
        self.headers = headers

    def answer(self) -> Answer:
        body = {"code": self.code, "message": self.message,
                "more_info": f"https://www.twilio.com/docs/errors/{self.code}", "status": self.status}
        if self.details:
            body["details"] = self.details
        return Answer(self.status, body, self.headers)


def not_found(path: str) -> Refusal:
    """404. `path` is spelled without the version on product hosts (A4)."""
    return Refusal(404, 20404, f"The requested resource {path} was not found")


def invalid(message: str) -> Refusal:
    """400 for a parameter."""
    return Refusal(400, 20001, message)


def not_authenticated(detail: str = "") -> Refusal:
    """401. The word is matched by Twilio's own tools (A1), so it always stands there."""
    return Refusal(401, 20003, "Authenticate" + (f": {detail}" if detail else ""))


def json_bytes(body: object) -> bytes:
    """The body of a JSON answer."""
    return json.dumps(body, ensure_ascii=False).encode("utf-8")


def pascal(name: str) -> str:
    """`friendly_name` as XML spells it: `FriendlyName`."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def element(name: str, value: object) -> str:
    """One XML element: objects and lists nest, null is empty."""
    if isinstance(value, dict):
        inner = "".join(element(pascal(key), inner) for key, inner in value.items())
    elif isinstance(value, list):
        inner = "".join(element(name.removesuffix("s") or name, inner) for inner in value)
    elif isinstance(value, bool):
        inner = str(value).lower()
    else:
        inner = "" if value is None else escape(str(value))
    return f"<{name}>{inner}</{name}>" if inner else f"<{name}/>"


def xml_bytes(answer: Answer, noun: str) -> bytes:
    """The body as v2010 writes it where the path does not end in `.json` (A3)."""
    body = answer.body
    if answer.status >= 400 and isinstance(body, dict):
        order = ("status", "message", "code", "more_info")
        noun, body = "RestException", {key: body[key] for key in order if key in body}
    inner = element(noun, body)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TwilioResponse>{inner}</TwilioResponse>'.encode()
