"""What the emulator says, and how: answers and refusals as values, written as JSON (as the XML of v2010: `xml.py`)."""

from __future__ import annotations

import json


class Answer:
    """A status, a body (JSON value, or None for no body) and headers; `noun`: what XML calls the body."""

    __slots__ = ("body", "headers", "noun", "status")

    def __init__(self, status: int, body: object = None, headers: dict | None = None) -> None:
        self.status = status
        self.body = body
        self.headers = headers or {}
        self.noun = "Resource"


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
    return Refusal(401, 20003, "Authenticate" + (f": {detail}" if detail else ""),
                   headers={"WWW-Authenticate": 'Basic realm="Twilio API"'})


def json_bytes(body: object) -> bytes:
    """The body of a JSON answer."""
    return json.dumps(body, ensure_ascii=False).encode("utf-8")
