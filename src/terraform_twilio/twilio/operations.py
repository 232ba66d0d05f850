"""How one call to Twilio is spelled, and the values it is given."""

from __future__ import annotations

FORM = "form"
JSON = "json"
MULTIPART = "multipart"


class Operation:
    """One call: `method`, the product's `host`, the `path` with `{Parameters}`, and how its body travels (FORM, JSON,
    MULTIPART).

    `path` may end in a query whose values are path parameters too: `/v1/SafeList/Numbers?PhoneNumber={PhoneNumber}`.
    `repeatable` says that sending it twice is the same as sending it once (everything but a create).
    """

    __slots__ = ("body", "host", "method", "path", "repeatable")

    def __init__(self, method: str, host: str, path: str, body: str | None = None, *, repeatable: bool = True) -> None:
        self.method = method
        self.host = host
        self.path = path
        self.body = body
        self.repeatable = repeatable


class Arguments:
    """The values of one call, by wire name.

    `path`: str by parameter name, percent-encoded by the encoder. `parameters`: the body's, any of str, bool, int,
    float, Decimal, list of these, dict or None (a JSON body may nest; a form sends a dict as JSON text, a list as
    repeated keys, an empty list as one empty key, and None not at all). `query`: like a form. `headers`: str.
    """

    __slots__ = ("headers", "parameters", "path", "query")

    def __init__(self, path: dict | None = None, parameters: dict | None = None, query: dict | None = None,
                 headers: dict | None = None) -> None:
        self.path = path or {}
        self.parameters = parameters or {}
        self.query = query or {}
        self.headers = headers or {}


class File:
    """A file to upload: the name it goes by, its media type, its bytes."""

    __slots__ = ("content", "content_type", "name")

    def __init__(self, name: str, content_type: str, content: bytes) -> None:
        self.name = name
        self.content_type = content_type
        self.content = content


class Answer:
    """A 2xx answer, or a 307 that says where the content is: `status`, `payload` (decoded JSON, {} where there was no
    body), `headers` (lower-case names)."""

    __slots__ = ("headers", "payload", "status")

    def __init__(self, status: int, payload: dict, headers: dict) -> None:
        self.status = status
        self.payload = payload
        self.headers = headers
