"""Fields and files as one multipart/form-data body (RFC 7578).

1. The boundary stands in no part, and follows from the parts alone: the same call is the same bytes, however often it
   is tried.
2. In the name of a field or file, quotes and line breaks are percent-encoded, as browsers do it.
3. A media type with a line break would be a header of its own, and is refused.
"""

from __future__ import annotations

from terraform_twilio.twilio.errors import UnusableValue
from terraform_twilio.twilio.operations import File

_BOUNDARY = "part-of-upload-"
_ESCAPED = {'"': "%22", "\r": "%0D", "\n": "%0A"}


def spell(parts: list[tuple[str, str | File]]) -> tuple[str, bytes]:
    """The media type with its boundary, and the body; raises UnusableValue."""
    encoded = [(_head(name, part), _content(part)) for name, part in parts]
    boundary = _boundary([content for _, content in encoded])
    pieces = [b"--%b\r\n%b\r\n\r\n%b\r\n" % (boundary, head, content) for head, content in encoded]
    return f"multipart/form-data; boundary={boundary.decode()}", b"".join([*pieces, b"--%b--\r\n" % boundary])


def _head(name: str, part: str | File) -> bytes:
    disposition = f'Content-Disposition: form-data; name="{_escaped(name)}"'
    if isinstance(part, str):
        return disposition.encode()
    if "\r" in part.content_type or "\n" in part.content_type:
        raise UnusableValue(f"The media type of {name} has a line break in it.")
    return f'{disposition}; filename="{_escaped(part.name)}"\r\nContent-Type: {part.content_type}'.encode()


def _content(part: str | File) -> bytes:
    if isinstance(part, File):
        return part.content
    try:
        return part.encode()
    except UnicodeEncodeError:
        raise UnusableValue("A value holds half of a surrogate pair, which is no text.") from None


def _escaped(name: str) -> str:
    return "".join([_ESCAPED.get(character, character) for character in name])


def _boundary(contents: list[bytes]) -> bytes:
    """The first of a row of boundaries that no content holds."""
    number = 0
    while any(_numbered(number) in content for content in contents):
        number += 1
    return _numbered(number)


def _numbered(number: int) -> bytes:
    return f"{_BOUNDARY}{number}".encode()
