"""Operation and arguments to request: the one module that knows how Twilio wants values spelled.

1. A form sends one pair per list element, one empty pair for an empty list, and nothing for None.
2. A dict inside a form is JSON text. A JSON body keeps its nesting, None included.
3. A path value is never empty: the path would then name the collection.
4. A multipart body spells its fields like a form; `multipart` joins them with the files.
"""

from __future__ import annotations

from terraform_twilio.twilio.errors import UnusableValue
from terraform_twilio.twilio.messages import Request
from terraform_twilio.twilio.operations import FORM, JSON, MULTIPART, File

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.twilio.operations import Arguments, Operation

_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ENCODED = tuple(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in range(256))
# A segment of dots alone would be resolved away by whatever normalises the path.
_DOTS = {".": "%2E", "..": "%2E%2E"}
_CONTENT_TYPES = {FORM: "application/x-www-form-urlencoded", JSON: "application/json"}
_BODILESS = frozenset(("GET", "DELETE"))
_LINE_BREAKS = ("\r", "\n", "\0")


def spell(operation: Operation, arguments: Arguments, dumps: Callable[[object], str]) -> Request:
    """The request for this call, without authentication; raises UnusableValue."""
    headers = {"Accept": "application/json"}
    content_type, body = _body(operation, arguments, dumps)
    if content_type is not None and (body or operation.method not in _BODILESS):
        headers["Content-Type"] = content_type
    headers.update(_checked_headers(arguments.headers))
    return Request(operation.method, operation.host, _target(operation, arguments, dumps), headers, body)


def percent_encode(text: str) -> str:
    """`text` with every byte but the unreserved ones escaped."""
    try:
        return "".join([_ENCODED[byte] for byte in text.encode()])
    except UnicodeEncodeError:
        raise UnusableValue("A value holds half of a surrogate pair, which is no text.") from None


def form(values: dict, dumps: Callable[[object], str]) -> str:
    """`values` as name=value pairs joined by `&`."""
    return "&".join([f"{percent_encode(name)}={percent_encode(text)}"
                     for name, value in values.items() for text in _texts(value, dumps)])


def fill(template: str, values: dict) -> str:
    """`template` with each `{Name}` replaced by its percent-encoded value."""
    first, *pieces = template.split("{")
    return first + "".join([_filled(piece, values) for piece in pieces])


def _filled(piece: str, values: dict) -> str:
    name, _, literal = piece.partition("}")
    value = values.get(name)
    if value is None or value == "":
        raise UnusableValue(f"The path of this call needs a value for {name}, and there is none.")
    text = _text(value, str)
    return (_DOTS.get(text) or percent_encode(text)) + literal


def _target(operation: Operation, arguments: Arguments, dumps: Callable[[object], str]) -> str:
    path = fill(operation.path, arguments.path)
    query = form(arguments.query, dumps)
    return path + ("&" if "?" in path else "?") + query if query else path


def _body(operation: Operation, arguments: Arguments, dumps: Callable[[object], str]) -> tuple[str | None, bytes]:
    """The media type of the body (None where there is none), and the body."""
    if operation.body == MULTIPART:
        from terraform_twilio.twilio import multipart  # only uploads need it

        return multipart.spell(_parts(arguments.parameters, dumps))
    if operation.body == JSON:
        return _CONTENT_TYPES[JSON], dumps(arguments.parameters).encode()
    if operation.body == FORM:
        return _CONTENT_TYPES[FORM], form(arguments.parameters, dumps).encode()
    return None, b""


def _parts(values: dict, dumps: Callable[[object], str]) -> list[tuple]:
    return [(name, part) for name, value in values.items()
            for part in ([value] if isinstance(value, File) else _texts(value, dumps))]


def _texts(value: object, dumps: Callable[[object], str]) -> list[str]:
    if value is None:
        return []
    if isinstance(value, list):
        return [_text(element, dumps) for element in value] or [""]
    return [_text(value, dumps)]


def _text(value: object, dumps: Callable[[object], str]) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (dict, list)):
        return dumps(value)
    return "" if value is None else _digits(value)


def _digits(number: object) -> str:
    """A number without exponent and without a fraction that says nothing."""
    if isinstance(number, int):
        return str(number)
    if number != number or number in (float("inf"), float("-inf")):
        raise UnusableValue("A number is not finite, and cannot be sent.")
    if number == int(number):
        return str(int(number))
    return _plain(repr(number) if isinstance(number, float) else str(number))


def _plain(text: str) -> str:
    """`1.5e-07` as `0.00000015`."""
    mantissa, exponent_sign, exponent = text.lower().partition("e")
    if not exponent_sign:
        return text
    sign = "-" if mantissa.startswith("-") else ""
    whole, _, fraction = mantissa.lstrip("-").partition(".")
    digits = whole + fraction
    point = len(whole) + int(exponent)
    padded = digits.rjust(len(digits) + max(0, 1 - point), "0").ljust(point, "0")
    point = max(point, 1)
    return f"{sign}{padded[:point]}.{padded[point:]}".rstrip(".")


def _checked_headers(headers: dict) -> dict:
    for name, value in headers.items():
        if any(break_ in name or break_ in value for break_ in _LINE_BREAKS):
            raise UnusableValue(f"The value of the header {name!r} has a line break in it.")
    return headers
