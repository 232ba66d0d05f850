"""Multipart bodies: what the two upload hosts read (A2: serverless-upload, numbers-upload)."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import HTTP

from terraform_twilio.catalogue.operations import Operation
from terraform_twilio.emulator.answers import invalid
from terraform_twilio.emulator.validation import check_missing, value_of

FILES = ("Content", "File")


def parts(content_type: str, body: bytes) -> dict[str, tuple[bytes, str]]:
    """The parts of a multipart body: contents and content type by name."""
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    found = {}
    for part in message.iter_parts() if message.is_multipart() else ():
        name = part.get_param("name", header="content-disposition")
        if name:
            found[name] = (part.get_payload(decode=True) or b"", part.get_content_type())
    return found


def uploaded_parameters(operation: Operation, content_type: str, body: bytes) -> dict[str, object]:
    """The parameters of an upload; a file's contents stand beside its content type."""
    taken, found = operation.taken["parameter"], parts(content_type, body)
    for name in found:
        if name not in taken:
            raise invalid(f"Unknown parameter {name} in the post body")
    check_missing(taken, {name: [contents.decode("utf-8", "replace")] for name, (contents, _) in found.items()})
    values: dict[str, object] = {}
    for name, (contents, kind) in found.items():
        text = contents.decode("utf-8", "replace")
        values[name] = {"content": text, "type": kind} if name in FILES else value_of(name, [text], taken[name])
    return values
