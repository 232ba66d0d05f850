"""Raw answer to answer or error: four shapes of error bodies, XML and plain text become one ResponseError."""

from __future__ import annotations

from terraform_twilio.twilio.errors import ResponseError
from terraform_twilio.twilio.operations import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from terraform_twilio.twilio.messages import RawAnswer

_EXCERPT = 300
_REQUEST_ID = "twilio-request-id"
# One of these is in every error body of Twilio's, and hardly in a gateway's.
_NUMBERS = ("code", "status")
# Where the sentence stands: Twilio's classic shape, RFC 9457 and SCIM, OAuth.
_MESSAGES = ("message", "detail", "error_description", "title", "error")


def outcome(raw: RawAnswer, loads: Callable[[str], object]) -> Answer | ResponseError:
    """What the answer says, as a value."""
    text = raw.body.decode("utf-8", "replace")
    if not 200 <= raw.status < 300:
        return _redirection(raw, text, loads) or _error(raw, text, loads)
    if not text.strip():
        return Answer(raw.status, {}, raw.headers)
    payload = _parsed(text, loads)
    if isinstance(payload, (dict, list)):
        return Answer(raw.status, payload, raw.headers)
    return _unreadable(raw, text)


def _redirection(raw: RawAnswer, text: str, loads: Callable[[str], object]) -> Answer | None:
    """A few fetches answer 307 with where the content is, which is what was asked for and not to be followed."""
    payload = _parsed(text, loads) if raw.status == 307 else None
    return Answer(raw.status, payload, raw.headers) if isinstance(payload, dict) and "redirect_to" in payload else None


def _parsed(text: str, loads: Callable[[str], object]) -> object:
    try:
        value = loads(text)
    except ValueError:
        return None
    return _whole(value) if "\\ud" in text or "\\uD" in text else value


def _whole(value: object) -> object:
    """The value without halves of surrogate pairs: JSON may escape one (a text cut in the middle of an emoji), and no
    UTF-8 can hold it."""
    if isinstance(value, dict):
        return {_whole(name): _whole(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_whole(element) for element in value]
    if not isinstance(value, str):
        return value
    return "".join(["\ufffd" if "\ud800" <= character <= "\udfff" else character for character in value])


def _error(raw: RawAnswer, text: str, loads: Callable[[str], object]) -> ResponseError:
    payload = _parsed(text, loads)
    if isinstance(payload, dict) and any(isinstance(payload.get(key), str) for key in _MESSAGES):
        return _told(raw, payload)
    if "<RestException>" in text:
        return _told(raw, _from_xml(text))
    return _unreadable(raw, text)


def _told(raw: RawAnswer, payload: dict) -> ResponseError:
    return ResponseError(
        status=raw.status,
        code=_number(payload.get("code")),
        message=_sentence(payload),
        more_info=_link(payload),
        details=payload.get("details"),
        request_id=raw.headers.get(_REQUEST_ID),
        errors=_pairs(payload.get("errors")),
        retry_after=raw.headers.get("retry-after"),
        is_foreign=not any(name in payload for name in _NUMBERS) and _is_unsigned(raw),
    )


def _is_unsigned(raw: RawAnswer) -> bool:
    """Twilio numbers whatever it answers."""
    return _REQUEST_ID not in raw.headers


def _sentence(payload: dict) -> str:
    message = next(payload[key] for key in _MESSAGES if isinstance(payload.get(key), str))
    extra = [payload[key] for key in ("detail", "scimType") if isinstance(payload.get(key), str)]
    return ": ".join(dict.fromkeys([message, *extra]))


def _link(payload: dict) -> str | None:
    links = [payload.get(key) for key in ("more_info", "type")]
    return next((link for link in links if isinstance(link, str) and link.startswith("http")), None)


def _number(code: object) -> int | None:
    if isinstance(code, int) and not isinstance(code, bool):
        return code
    return int(code) if isinstance(code, str) and code.isdecimal() else None


def _pairs(errors: object) -> list:
    return [pair for pair in errors if isinstance(pair, dict)] if isinstance(errors, list) else []


def _from_xml(text: str) -> dict:
    found = {name.lower(): _between(text, f"<{name}>", f"</{name}>") for name in ("Code", "Message")}
    return {"code": found["code"], "message": found["message"] or "an error without a message",
            "more_info": _between(text, "<MoreInfo>", "</MoreInfo>")}


def _between(text: str, start: str, end: str) -> str | None:
    _, found, rest = text.partition(start)
    return rest.partition(end)[0].strip() if found else None


def _unreadable(raw: RawAnswer, text: str) -> ResponseError:
    excerpt = " ".join(text.split())[:_EXCERPT]
    location = raw.headers.get("location")
    what = "a body that is not the JSON expected: " + excerpt if excerpt else "no body"
    message = f"redirected to {location}" if location else f"{raw.reason or 'answered'} with {what}"
    return ResponseError(status=raw.status, code=None, message=message, retry_after=raw.headers.get("retry-after"),
                         request_id=raw.headers.get(_REQUEST_ID), is_foreign=_is_unsigned(raw))
