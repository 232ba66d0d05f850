"""How a call is spelled."""

import json
from decimal import Decimal
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terraform_twilio.twilio.encoding import fill, form, percent_encode, spell
from terraform_twilio.twilio.errors import UnusableValue
from terraform_twilio.twilio.operations import FORM, JSON, Arguments, Operation


def dumps(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({"FriendlyName": "a b&c=d+é"}, "FriendlyName=a%20b%26c%3Dd%2B%C3%A9",
                     id="text is percent-encoded"),
        pytest.param({"Url": ""}, "Url=", id="an empty string is sent, because it clears"),
        pytest.param({"A": True, "B": False}, "A=true&B=false", id="booleans in lower case"),
        pytest.param({"N": 0}, "N=0", id="zero is sent"),
        pytest.param({"N": 1.0}, "N=1", id="no fraction that says nothing"),
        pytest.param({"N": 0.25}, "N=0.25", id="a fraction"),
        pytest.param({"N": 1.5e-07}, "N=0.00000015", id="no exponent for small numbers"),
        pytest.param({"N": -2.5e-3}, "N=-0.0025", id="no exponent for small negative numbers"),
        pytest.param({"N": 1e21}, "N=1000000000000000000000", id="no exponent for large numbers"),
        pytest.param({"N": Decimal("12345678901234567890.5")}, "N=12345678901234567890.5",
                     id="decimals keep every digit"),
        pytest.param({"N": Decimal("1E-8")}, "N=0.00000001", id="decimals without exponent"),
        pytest.param({"Permission": ["a", "b"]}, "Permission=a&Permission=b", id="a list repeats the key"),
        pytest.param({"Permission": []}, "Permission=", id="an empty list is one empty key"),
        pytest.param({"Rules": [{"a": 1}, {"b": [2]}]}, "Rules=%7B%22a%22%3A1%7D&Rules=%7B%22b%22%3A%5B2%5D%7D",
                     id="a list of objects repeats JSON texts"),
        pytest.param({"Attributes": {"a": None}}, "Attributes=%7B%22a%22%3Anull%7D", id="an object is JSON text"),
        pytest.param({"Attributes": {}}, "Attributes=%7B%7D", id="an empty object is sent"),
        pytest.param({"Integration.FlowSid": "FW1"}, "Integration.FlowSid=FW1", id="dotted names stay as they are"),
        pytest.param({"Gone": None}, "", id="None is not sent"),
        pytest.param({"DateCreated<": "2020-01-01"}, "DateCreated%3C=2020-01-01", id="names are encoded too"),
    ],
)
def test_a_form_spells_values_as_twilio_reads_them(values, expected):
    assert form(values, dumps) == expected


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_not_finite_is_refused(number):
    with pytest.raises(UnusableValue):
        form({"N": number}, dumps)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_arrives_as_the_same_number(number):
    text = form({"N": number}, dumps).removeprefix("N=")
    assert float(text) == number
    assert "e" not in text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12))
def test_every_decimal_arrives_as_the_same_number(number):
    assert Decimal(form({"N": number}, dumps).removeprefix("N=")) == number


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_a_form_reads_back_as_what_was_written(values):
    assert dict(parse_qsl(form(values, dumps), keep_blank_values=True)) == values


@given(st.text(min_size=1))
def test_a_path_value_is_one_segment_whatever_it_holds(value):
    path = fill("/v1/Maps/{Key}/Items", {"Key": value})
    assert unquote(path) == f"/v1/Maps/{value}/Items"
    assert path.count("/") == 4
    assert "?" not in path


@pytest.mark.parametrize(("value", "segment"), [(".", "%2E"), ("..", "%2E%2E"), ("...", "..."), (7, "7")])
def test_a_segment_of_dots_is_not_resolved_away(value, segment):
    assert fill("/v1/Items/{Key}", {"Key": value}) == f"/v1/Items/{segment}"


@pytest.mark.parametrize("values", [{}, {"Sid": ""}, {"Sid": None}])
def test_a_path_without_its_value_is_refused_as_it_would_name_the_collection(values):
    with pytest.raises(UnusableValue, match="Sid"):
        fill("/v1/Services/{Sid}", values)


def test_half_a_surrogate_pair_is_refused():
    with pytest.raises(UnusableValue):
        percent_encode("\ud800")


def spelled(operation, **arguments):
    return spell(operation, Arguments(**arguments), dumps)


def test_a_form_call():
    request = spelled(Operation("POST", "proxy.twilio.com", "/v1/Services/{Sid}", FORM),
                      path={"Sid": "KS1"}, parameters={"UniqueName": "x"}, headers={"If-Match": "3"})
    assert (request.method, request.host, request.target) == ("POST", "proxy.twilio.com", "/v1/Services/KS1")
    assert request.body == b"UniqueName=x"
    assert request.headers == {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded",
                               "If-Match": "3"}


def test_a_json_body_nests_and_keeps_null():
    request = spelled(Operation("PUT", "content.twilio.com", "/v1/Content", JSON),
                      parameters={"types": {"a": [1, None]}, "name": None})
    assert json.loads(request.body) == {"types": {"a": [1, None]}, "name": None}
    assert request.headers["Content-Type"] == "application/json"


def test_a_json_call_without_parameters_sends_an_empty_object():
    assert spelled(Operation("POST", "h", "/p", JSON)).body == b"{}"


@pytest.mark.parametrize("method", ["GET", "DELETE"])
@pytest.mark.parametrize("body", [None, FORM])
def test_a_call_without_a_body_has_neither_body_nor_type(method, body):
    request = spelled(Operation(method, "h", "/p/{Sid}", body), path={"Sid": "1"}, query={"PageSize": 50})
    assert request.body == b""
    assert "Content-Type" not in request.headers


@pytest.mark.parametrize(("method", "parameters"), [("POST", {}), ("DELETE", {"Reason": "x"})])
def test_a_form_has_its_type_where_there_can_be_or_is_one(method, parameters):
    request = spelled(Operation(method, "h", "/p", FORM), parameters=parameters)
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("path", "query", "target"),
    [
        ("/v1/Services", {"PageSize": 50, "Status": ["a", "b"]}, "/v1/Services?PageSize=50&Status=a&Status=b"),
        ("/v1/SafeList/Numbers?PhoneNumber={PhoneNumber}", {}, "/v1/SafeList/Numbers?PhoneNumber=%2B1555"),
        ("/v1/SafeList/Numbers?PhoneNumber={PhoneNumber}", {"A": "b"}, "/v1/SafeList/Numbers?PhoneNumber=%2B1555&A=b"),
        ("/v1/Services", {"Absent": None}, "/v1/Services"),
    ],
)
def test_the_query_stands_behind_the_path(path, query, target):
    assert spelled(Operation("GET", "h", path), path={"PhoneNumber": "+1555"}, query=query).target == target


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b"])
def test_a_header_cannot_smuggle_another_one(value):
    with pytest.raises(UnusableValue, match="If-Match"):
        spelled(Operation("GET", "h", "/p"), headers={"If-Match": value})
