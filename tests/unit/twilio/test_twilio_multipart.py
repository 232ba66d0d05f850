"""A multipart body says to every reader what it was made of."""

from email.parser import BytesParser
from email.policy import HTTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terraform_twilio.terraform.json_text import dumps
from terraform_twilio.twilio import encoding, multipart
from terraform_twilio.twilio.errors import UnusableValue
from terraform_twilio.twilio.operations import MULTIPART, Arguments, File, Operation

UPLOAD = Operation("POST", "serverless-upload.twilio.com", "/v1/Services/{ServiceSid}/Versions", MULTIPART)
FIELDS = st.dictionaries(st.text("abcABC", min_size=1), st.text(st.characters(codec="utf-8"), max_size=40), max_size=3)


def split(content_type, body):
    """The parts as RFC 7578 reads them: delimited by CRLF, dashes and the boundary."""
    delimiter = b"\r\n--" + content_type.partition("boundary=")[2].encode()
    first, *parts, last = (b"\r\n" + body).split(delimiter)
    assert (first, last) == (b"", b"--\r\n")
    return [part.removeprefix(b"\r\n").partition(b"\r\n\r\n")[::2] for part in parts]


def spelled(**parameters):
    return encoding.spell(UPLOAD, Arguments({"ServiceSid": "ZS1"}, parameters), dumps)


def test_fields_and_files_stand_side_by_side():
    file = File("hello.js", "application/javascript", b"exports")
    request = spelled(Content=file, Path="/hello", Visibility="public")
    assert request.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert split(request.headers["Content-Type"], request.body) == [
        (b'Content-Disposition: form-data; name="Content"; filename="hello.js"\r\nContent-Type: application/javascript',
         b"exports"),
        (b'Content-Disposition: form-data; name="Path"', b"/hello"),
        (b'Content-Disposition: form-data; name="Visibility"', b"public")]


def test_fields_are_spelled_like_a_forms():
    request = spelled(Attributes={"a": None}, Flag=True, Nothing=None, Types=["a", "b"])
    contents = [content for _, content in split(request.headers["Content-Type"], request.body)]
    assert contents == [b'{"a":null}', b"true", b"a", b"b"]


@given(FIELDS, st.binary(max_size=200))
def test_whatever_is_put_in_comes_out(fields, content):
    content_type, body = multipart.spell([*fields.items(), ("File", File("a", "image/png", content))])
    assert [found for _, found in split(content_type, body)] == [*[text.encode() for text in fields.values()], content]


def test_a_content_that_holds_the_boundary_gets_another_one():
    usual, _ = multipart.spell([("A", "x")])
    boundary = usual.partition("boundary=")[2]
    content_type, body = multipart.spell([("A", f"\r\n--{boundary}--\r\n")])
    assert content_type != usual
    assert [content for _, content in split(content_type, body)] == [f"\r\n--{boundary}--\r\n".encode()]


def test_the_same_call_is_the_same_bytes():
    parts = [("File", File("a", "image/png", b"\x89PNG")), ("Type", "passport")]
    assert multipart.spell(parts) == multipart.spell(parts)


def test_names_cannot_add_headers():
    content_type, body = multipart.spell([("File", File('a"\r\nX: y', "image/png", b""))])
    part = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    assert [name for name, _ in next(part.iter_parts()).items()] == ["Content-Disposition", "Content-Type"]


def test_a_media_type_with_a_line_break_is_refused():
    with pytest.raises(UnusableValue):
        multipart.spell([("File", File("a", "image/png\r\nX: y", b""))])


def test_a_lone_surrogate_is_refused():
    with pytest.raises(UnusableValue):
        multipart.spell([("Path", "/\ud800")])
