"""The XML of v2010, where a path does not end in `.json` (A3).

One resource is an element of its name, a page an element of the list's name with the page's facts as attributes, a refusal a
`RestException`. Source: twilio-semantics.md A3; Twilio's pages on its answers [mem].
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from terraform_twilio.emulator.answers import Answer
from terraform_twilio.emulator.names import PLACEHOLDER, singular

REFUSAL = ("status", "message", "code", "more_info")


def noun_of(path: str) -> str:
    """What a path is about: `Queue` for `/Accounts/{AccountSid}/Queues/{Sid}.json`."""
    fixed = [segment for segment in path.removesuffix(".json").split("/") if not PLACEHOLDER.fullmatch(segment)]
    return singular(fixed[-1])


def pascal(name: str) -> str:
    """`friendly_name` as XML spells it: `FriendlyName`."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


def element(name: str, value: object) -> str:
    """One element: objects and lists nest, null is empty."""
    if isinstance(value, dict):
        inner = "".join(element(pascal(key), inner) for key, inner in value.items())
    elif isinstance(value, list):
        inner = "".join(element(singular(name), inner) for inner in value)
    elif isinstance(value, bool):
        inner = str(value).lower()
    else:
        inner = "" if value is None else escape(str(value))
    return f"<{name}>{inner}</{name}>" if inner else f"<{name}/>"


def page_element(key: str, body: dict) -> str:
    """A page: its facts are attributes, its elements stand inside."""
    facts = "".join(f" {name.replace('_', '')}={quoteattr(str(fact) if fact is not None else '')}"
                    for name, fact in sorted(body.items()) if name != key)
    plural = pascal(key)
    inner = "".join(element(singular(plural), one) for one in body[key])
    return f"<{plural}{facts}>{inner}</{plural}>"


def inner_element(answer: Answer) -> str:
    """The answer without its frame."""
    body = answer.body
    if not isinstance(body, dict):
        return element(answer.noun, body)
    if answer.status >= 400:
        return element("RestException", {key: body[key] for key in REFUSAL if key in body})
    key = next((name for name, value in body.items() if isinstance(value, list) and "uri" in body and "sid" not in body), "")
    return page_element(key, body) if key else element(answer.noun, body)


def xml_bytes(answer: Answer) -> bytes:
    """The whole body."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TwilioResponse>{inner_element(answer)}</TwilioResponse>'.encode()
