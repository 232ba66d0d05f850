"""What an answer says, whatever shape its body has."""

import json

import pytest

from terraform_twilio.twilio.answers import outcome
from terraform_twilio.twilio.errors import ResponseError
from terraform_twilio.twilio.messages import RawAnswer
from terraform_twilio.twilio.operations import Answer

XML = ("<?xml version='1.0'?><TwilioResponse><RestException><Code>20404</Code><Message>not here</Message>"
       "<MoreInfo>https://www.twilio.com/docs/errors/20404</MoreInfo><Status>404</Status></RestException>"
       "</TwilioResponse>")


def told(status, body, **headers):
    text = body if isinstance(body, str) else json.dumps(body)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return outcome(RawAnswer(status, "Reason", named, text.encode()), json.loads)


def test_a_success_is_its_payload_and_headers():
    answer = told(201, {"sid": "KS1"}, etag='"3"')
    assert isinstance(answer, Answer)
    assert (answer.status, answer.payload, answer.headers) == (201, {"sid": "KS1"}, {"etag": '"3"'})


@pytest.mark.parametrize("body", ["", "  \r\n"])
def test_a_success_without_a_body_has_an_empty_payload(body):
    assert told(204, body).payload == {}


def test_where_the_content_is_may_be_the_answer():
    answer = told(307, {"redirect_to": "https://example.com/day.json"})
    assert answer.payload == {"redirect_to": "https://example.com/day.json"}


@pytest.mark.parametrize(("status", "body"), [(307, "moved"), (307, {"message": "no"}), (302, {"redirect_to": "x"})])
def test_any_other_redirection_is_an_error(status, body):
    assert isinstance(told(status, body), ResponseError)


def test_a_success_may_be_an_array():
    assert told(200, [1, 2]).payload == [1, 2]


@pytest.mark.parametrize(
    ("body", "code", "message", "more_info"),
    [
        pytest.param({"code": 20404, "message": "not found", "more_info": "https://t/20404", "status": 404},
                     20404, "not found", "https://t/20404", id="classic"),
        pytest.param({"code": 20003, "message": "Authenticate",
                      "detail": "Your AccountSid or AuthToken was incorrect."},
                     20003, "Authenticate: Your AccountSid or AuthToken was incorrect.", None,
                     id="classic with a detail"),
        pytest.param({"type": "https://t/errors/1", "title": "Bad", "status": 400, "code": 70001,
                      "detail": "the name is"},
                     70001, "the name is", "https://t/errors/1", id="RFC 9457"),
        pytest.param({"type": "about:blank", "title": "Bad", "status": 400}, None, "Bad", None,
                     id="RFC 9457 without a detail"),
        pytest.param({"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": "409",
                      "scimType": "uniqueness", "detail": "taken"}, None, "taken: uniqueness", None, id="SCIM"),
        pytest.param({"error": "invalid_client", "error_description": "unknown client"}, None, "unknown client", None,
                     id="OAuth"),
        pytest.param({"code": "54301", "message": "taken"}, 54301, "taken", None, id="a code in quotes"),
        pytest.param({"code": True, "message": "odd"}, None, "odd", None, id="a code that is no number"),
        pytest.param(XML, 20404, "not here", "https://www.twilio.com/docs/errors/20404", id="XML"),
    ],
)
def test_every_shape_of_error_becomes_one(body, code, message, more_info):
    error = told(400, body, twilio_request_id="RQ1")
    assert isinstance(error, ResponseError)
    assert (error.status, error.code, error.message, error.more_info) == (400, code, message, more_info)
    assert error.request_id == "RQ1"


def test_an_error_keeps_its_details_and_the_attributes_it_blames():
    pairs = [{"detail": "too long", "pointer": "/name"}]
    error = told(400, {"title": "Bad", "errors": [*pairs, "noise"], "details": {"a": 1}})
    assert error.errors == pairs
    assert error.details == {"a": 1}


@pytest.mark.parametrize("body", ["<html><body>Bad   gateway</body></html>", "{", '"text"', "[1]", "{}"])
def test_an_error_that_cannot_be_read_says_what_came(body):
    error = told(502, body)
    assert error.code is None
    assert error.message == "Reason with a body that is not the JSON expected: " + " ".join(body.split())


def test_an_error_without_a_body_says_so():
    assert told(500, "").message == "Reason with no body"


@pytest.mark.parametrize("body", ["<html>", '"text"', "7"])
def test_a_success_that_cannot_be_read_is_an_error(body):
    error = told(200, body)
    assert isinstance(error, ResponseError)
    assert error.status == 200


def test_a_redirect_says_where_to():
    assert told(302, "", location="https://elsewhere").message == "redirected to https://elsewhere"


def test_bytes_that_are_no_utf_8_do_not_break_anything():
    assert outcome(RawAnswer(500, "Oops", {}, b"\xff\xfe"), json.loads).status == 500


@pytest.mark.parametrize("body", [r'{"a": ["x\ud83d"], "\uDE00": "\ud83d\ude00"}',
                                  r'{"a": ["x\uD83D"], "\ude00": "\uD83D\uDE00"}'])
def test_half_a_surrogate_pair_becomes_the_sign_for_what_cannot_be_shown(body):
    assert told(200, body).payload == {"a": ["x\ufffd"], "\ufffd": "\U0001f600"}


def test_the_text_of_an_error_holds_status_and_code():
    assert str(told(404, {"code": 20404, "message": "not found"})) == "not found (HTTP 404, Twilio error 20404)"
    assert str(told(500, "")) == "Reason with no body (HTTP 500, Twilio error unnumbered)"


@pytest.mark.parametrize(("status", "not_found"), [(404, True), (410, True), (400, False), (403, False)])
def test_gone_is_not_found(status, not_found):
    assert told(status, {"message": "x", "code": 20404}).is_not_found is not_found


@pytest.mark.parametrize("body", ["<html>404 Not Found</html>", "404 page not found", "", "{}", {"message": "no route"}])
def test_a_404_of_whatever_stands_in_between_says_nothing_about_an_object(body):
    """Else a mistyped endpoint would look as if everything had been deleted."""
    assert told(404, body).is_not_found is False
    assert told(404, body, twilio_request_id="RQ1").is_not_found is True


@pytest.mark.parametrize("body", [XML, {"detail": "gone", "status": "404"}, {"title": "Gone", "status": 404, "code": 20404}])
def test_every_shape_of_twilios_404_is_not_found(body):
    assert told(404, body).is_not_found is True
